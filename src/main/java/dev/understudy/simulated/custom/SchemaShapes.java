package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.schema.Shape;
import dev.understudy.simulated.schema.Shape.Anything;
import dev.understudy.simulated.schema.Shape.ListOf;
import dev.understudy.simulated.schema.Shape.MapOf;
import dev.understudy.simulated.schema.Shape.Merge;
import dev.understudy.simulated.schema.Shape.Scalar;
import dev.understudy.simulated.schema.Shapes;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Derives from a structural schema how the objects of a kind are merged. Lists are atomic unless the schema says more. */
final class SchemaShapes {
    private SchemaShapes() {}

    /** Returns the shape of whole objects, with the fields that every object has. */
    static Shape.Struct ofObjects(String kind, JsonNode schema) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("apiVersion", Scalar.TEXT);
        fields.put("kind", Scalar.TEXT);
        schema.path("properties").properties().forEach(entry -> fields.put(entry.getKey(), of(entry.getValue())));
        fields.put("metadata", Shapes.of(ObjectMeta.class));
        return new Shape.Declared(kind, fields, false);
    }

    private static Shape of(JsonNode schema) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return Scalar.INT_OR_TEXT;
        }
        return switch (schema.path("type").asText("")) {
            case "string" -> Scalar.TEXT;
            case "integer" -> Scalar.INT64;
            case "number" -> Scalar.NUMBER;
            case "boolean" -> Scalar.BOOLEAN;
            case "array" -> list(schema);
            case "object" -> object(schema);
            default -> Anything.ANYTHING;
        };
    }

    private static Shape list(JsonNode schema) {
        List<String> keys = new ArrayList<>();
        schema.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asText()));
        Merge merge = switch (schema.path("x-kubernetes-list-type").asText("")) {
            case "set" -> Merge.SET;
            case "map" -> Merge.KEYED;
            default -> Merge.ATOMIC;
        };
        return new ListOf(of(schema.path("items")), merge, keys);
    }

    private static Shape object(JsonNode schema) {
        boolean atomic = schema.path("x-kubernetes-map-type").asText("").equals("atomic");
        if (schema.path("additionalProperties").isObject()) {
            return new MapOf(of(schema.path("additionalProperties")), atomic);
        }
        if (schema.path("properties").isEmpty()) {
            return Anything.ANYTHING;
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(entry -> fields.put(entry.getKey(), of(entry.getValue())));
        return new Shape.Declared("object", fields, atomic);
    }
}
