package dev.understudy.simulated.patch;

import com.fasterxml.jackson.databind.JsonNode;

/** Names types of JSON values as the server prints them. */
final class Words {
    private Words() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "bool";
            case ARRAY -> "array";
            default -> "object";
        };
    }
}
