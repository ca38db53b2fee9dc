package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Leaves out the fields that a structural schema does not know, and remembers them. */
final class Pruning {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    private Pruning() {}

    /** Tells whether a schema lets fields stand that it does not name. */
    static boolean preserves(JsonNode schema) {
        return schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
    }

    /** Returns a value with the known fields only; the paths of the others are added to {@code unknown}. */
    static JsonNode prune(JsonNode schema, JsonNode value, String path, List<String> unknown) {
        if (value instanceof ObjectNode object) {
            return object(schema, object, path, unknown);
        }
        if (value instanceof ArrayNode array && schema.has("items")) {
            ArrayNode pruned = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                pruned.add(prune(schema.path("items"), array.get(i), path + "[" + i + "]", unknown));
            }
            return pruned;
        }
        return value.deepCopy();
    }

    private static ObjectNode object(JsonNode schema, ObjectNode object, String path, List<String> unknown) {
        ObjectNode pruned = JsonNodeFactory.instance.objectNode();
        boolean embedded = schema.path("x-kubernetes-embedded-resource").asBoolean();
        object.properties().forEach(entry -> {
            String name = entry.getKey();
            String below = path.isEmpty() ? name : path + "." + name;
            JsonNode field = schema.path("properties").path(name);
            JsonNode further = schema.path("additionalProperties");
            if (!field.isMissingNode()) {
                pruned.set(name, prune(field, entry.getValue(), below, unknown));
            } else if (further.isObject()) {
                pruned.set(name, prune(further, entry.getValue(), below, unknown));
            } else if (preserves(schema) || further.asBoolean() || embedded && OF_EVERY_OBJECT.contains(name)) {
                pruned.set(name, entry.getValue().deepCopy());
            } else {
                unknown.add(below);
            }
        });
        return pruned;
    }
}
