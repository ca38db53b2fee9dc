package dev.understudy.simulated.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.simulated.schema.Shape.Anything;
import dev.understudy.simulated.schema.Shape.ListOf;
import dev.understudy.simulated.schema.Shape.MapOf;
import dev.understudy.simulated.schema.Shape.Scalar;
import dev.understudy.simulated.schema.Shape.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object as the server does: fields that the kind does not have fall away (and are reported), empty values
 * vanish where the server omits them, quantities take their canonical form.
 */
public final class Decoder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<String> unknown = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private Decoder() {}

    /** Returns what the server understands of an object; the object itself is not changed. */
    public static Decoded decode(Struct shape, ObjectNode object) {
        Decoder decoder = new Decoder();
        ObjectNode result = decoder.struct(shape, object, "");
        return new Decoded(result, decoder.unknown, decoder.errors);
    }

    private @Nullable JsonNode value(Shape shape, JsonNode value, String owner, String path) {
        return switch (shape) {
            case Anything any -> value.deepCopy();
            case Scalar scalar -> scalar(scalar, value, owner, path);
            case Struct struct ->
                value instanceof ObjectNode object
                        ? struct(struct, object, path)
                        : wrong(value, owner, path, "v1." + struct.name());
            case MapOf map ->
                value instanceof ObjectNode object
                        ? map(map, object, owner, path)
                        : wrong(value, owner, path, "map[string]" + typeName(map.value()));
            case ListOf list ->
                value instanceof ArrayNode array
                        ? list(list, array, owner, path)
                        : wrong(value, owner, path, "[]" + typeName(list.element()));
        };
    }

    private ObjectNode struct(Struct shape, ObjectNode object, String path) {
        Map<String, Shape> fields = shape.fields();
        object.fieldNames().forEachRemaining(name -> {
            if (!fields.containsKey(name)) {
                unknown.add(join(path, name));
            }
        });
        ObjectNode result = NODES.objectNode();
        // The sender's order stays; what the server adds comes last.
        object.properties().forEach(entry -> {
            Shape field = fields.get(entry.getKey());
            if (field != null && !entry.getValue().isNull()) {
                String name = entry.getKey();
                JsonNode read = value(field, entry.getValue(), shape.name(), join(path, name));
                if (read != null && !isOmitted(shape.name(), name, field, read)) {
                    result.set(name, read);
                }
            }
        });
        addEmbedded(shape, fields, result);
        return result;
    }

    private static void addEmbedded(Struct shape, Map<String, Shape> fields, ObjectNode result) {
        fields.forEach((name, field) -> {
            if (result.has(name)) {
                return;
            }
            if (field instanceof Struct embedded && Omissions.isAlwaysThere(shape.name(), name)) {
                ObjectNode empty = NODES.objectNode();
                addEmbedded(embedded, embedded.fields(), empty);
                result.set(name, empty);
            } else if (field instanceof ListOf && Omissions.keptWhenEmpty(shape.name(), name)) {
                result.putArray(name);
            }
        });
    }

    private ObjectNode map(MapOf shape, ObjectNode object, String owner, String path) {
        ObjectNode result = NODES.objectNode();
        object.properties().forEach(entry -> {
            JsonNode sent = entry.getValue();
            // A null in a map of texts reads as an empty text.
            JsonNode read = sent.isNull() && shape.value() == Scalar.TEXT
                    ? TextNode.valueOf("")
                    : value(shape.value(), sent, owner, path);
            if (read != null) {
                result.set(entry.getKey(), read);
            }
        });
        return result;
    }

    private ArrayNode list(ListOf shape, ArrayNode array, String owner, String path) {
        ArrayNode result = NODES.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            JsonNode read = value(shape.element(), array.get(i), owner, path + "[" + i + "]");
            if (read != null) {
                result.add(read);
            }
        }
        return result;
    }

    private @Nullable JsonNode scalar(Scalar shape, JsonNode value, String owner, String path) {
        boolean fits = switch (shape) {
            case TEXT -> value.isTextual();
            case INT32 -> value.isIntegralNumber() && value.canConvertToInt();
            case INT64 -> value.isIntegralNumber() && value.canConvertToLong();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case INT_OR_TEXT -> value.isIntegralNumber() || value.isTextual();
            case QUANTITY -> value.isNumber() || value.isTextual();
        };
        if (!fits) {
            return wrong(value, owner, path, shape.typeName());
        }
        return shape == Scalar.QUANTITY ? quantity(value) : value;
    }

    private @Nullable JsonNode quantity(JsonNode value) {
        String canonical = Quantities.canonical(value.asText()).orElse(null);
        if (canonical == null) {
            errors.add(
                    "quantities must match the regular expression" + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
            return null;
        }
        return TextNode.valueOf(canonical);
    }

    private @Nullable JsonNode wrong(JsonNode value, String owner, String path, String type) {
        if (value.isNull()) {
            return null;
        }
        String found = switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number" + (value.isIntegralNumber() ? "" : " " + value.asText());
            case BOOLEAN -> "bool";
            case ARRAY -> "array";
            default -> "object";
        };
        errors.add("json: cannot unmarshal " + found + " into Go struct field " + owner + "."
                + path.replaceAll("\\[\\d+]", "") + " of type " + type);
        return null;
    }

    private static boolean isOmitted(String type, String field, Shape shape, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().isEmpty() && shape == Scalar.TEXT && !Omissions.keptWhenEmpty(type, field);
        }
        if (value.isContainerNode()) {
            boolean plain = shape instanceof ListOf || shape instanceof MapOf;
            return plain && value.isEmpty() && !Omissions.keptWhenEmpty(type, field);
        }
        boolean zero = value.isBoolean() ? !value.booleanValue() : value.isNumber() && value.doubleValue() == 0;
        return zero && Omissions.vanishesAtZero(type, field);
    }

    private static String typeName(Shape shape) {
        return switch (shape) {
            case Scalar scalar -> scalar.typeName();
            case Struct struct -> "v1." + struct.name();
            case ListOf list -> "[]" + typeName(list.element());
            case MapOf map -> "map[string]" + typeName(map.value());
            case Anything any -> "interface {}";
        };
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
