package dev.understudy.simulated.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/**
 * What {@code kubectl apply} notes down about an object that it has applied, in kubectl's own form, so that applying the
 * same file again changes nothing.
 */
final class Applied {
    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";

    private Applied() {}

    /** Returns the object as kubectl sends it. */
    static ObjectNode of(ObjectNode manifest) {
        ObjectNode configuration = manifest.deepCopy();
        configuration.withObjectProperty("metadata").withObjectProperty("annotations");
        String note = sorted(configuration) + "\n";
        configuration
                .withObjectProperty("metadata")
                .withObjectProperty("annotations")
                .put(ANNOTATION, note);
        return configuration;
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                TreeMap<String, JsonNode> fields = new TreeMap<>();
                object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
                yield JsonNodeFactory.instance.objectNode().setAll(fields);
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(each -> copy.add(sorted(each)));
                yield copy;
            }
            default -> node;
        };
    }
}
