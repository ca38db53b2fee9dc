package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** Writes the fields of a value with a capital first letter, as some annotations of the server have them, and back. */
final class Capitals {
    private Capitals() {}

    static JsonNode raised(JsonNode value) {
        return renamed(value, name -> Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    static JsonNode lowered(JsonNode value) {
        return renamed(value, name -> Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }

    private static JsonNode renamed(JsonNode value, UnaryOperator<String> name) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode renamed = object.objectNode();
                object.properties().stream()
                        .filter(field ->
                                !field.getKey().isEmpty() && !field.getValue().isNull())
                        .forEach(field -> renamed.set(name.apply(field.getKey()), renamed(field.getValue(), name)));
                yield renamed;
            }
            case ArrayNode array -> {
                ArrayNode renamed = array.arrayNode();
                array.forEach(each -> renamed.add(renamed(each, name)));
                yield renamed;
            }
            default -> value;
        };
    }
}
