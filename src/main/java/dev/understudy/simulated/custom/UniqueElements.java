package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds elements that stand twice in a list whose elements have names: sets, and lists with keys. */
final class UniqueElements {
    private UniqueElements() {}

    static List<Cause> check(JsonNode schema, JsonNode value, String path) {
        List<Cause> causes = new ArrayList<>();
        visit(schema, value, path, causes);
        return causes;
    }

    private static void visit(JsonNode schema, JsonNode value, String path, List<Cause> causes) {
        if (value.isObject()) {
            JsonNode further = schema.path("additionalProperties");
            value.properties().forEach(entry -> {
                JsonNode field = schema.path("properties").path(entry.getKey());
                String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                visit(field.isMissingNode() ? further : field, entry.getValue(), below, causes);
            });
        } else if (value.isArray()) {
            elements(schema, value, path, causes);
            for (int i = 0; i < value.size(); i++) {
                visit(schema.path("items"), value.get(i), path + "[" + i + "]", causes);
            }
        }
    }

    private static void elements(JsonNode schema, JsonNode list, String path, List<Cause> causes) {
        String type = schema.path("x-kubernetes-list-type").asText("");
        if (!type.equals("set") && !type.equals("map")) {
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode name = type.equals("set") ? list.get(i) : keys(schema, list.get(i));
            if (!seen.add(name)) {
                causes.add(new Cause("FieldValueDuplicate", "Duplicate value: " + name, path + "[" + i + "]"));
            }
        }
    }

    private static ObjectNode keys(JsonNode schema, JsonNode element) {
        Set<String> names = new TreeSet<>();
        schema.path("x-kubernetes-list-map-keys").forEach(key -> names.add(key.asText()));
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        names.stream().filter(element::has).forEach(name -> keys.set(name, element.get(name)));
        return keys;
    }
}
