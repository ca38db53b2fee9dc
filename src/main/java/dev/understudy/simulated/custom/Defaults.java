package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in the defaults of a structural schema. A null counts as left out where the field may not be null. */
final class Defaults {
    private Defaults() {}

    static void fill(JsonNode schema, JsonNode value) {
        if (value instanceof ObjectNode object) {
            JsonNode properties = schema.path("properties");
            properties.properties().forEach(entry -> field(object, entry.getKey(), entry.getValue()));
            JsonNode further = schema.path("additionalProperties");
            if (further.isObject()) {
                object.properties().stream()
                        .filter(entry -> !properties.has(entry.getKey()))
                        .forEach(entry -> fill(further, entry.getValue()));
            }
        } else if (value.isArray()) {
            value.forEach(element -> fill(schema.path("items"), element));
        }
    }

    private static void field(ObjectNode object, String name, JsonNode schema) {
        JsonNode given = object.get(name);
        boolean leftOut =
                given == null || given.isNull() && !schema.path("nullable").asBoolean();
        if (leftOut && schema.has("default")) {
            object.set(name, schema.get("default").deepCopy());
        }
        fill(schema, object.path(name));
    }
}
