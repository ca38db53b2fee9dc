package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One form for each whole number, the parser's, so that equal objects compare as equal whoever built them. */
final class Numbers {
    private Numbers() {}

    static void put(ObjectNode node, String field, long value) {
        node.set(field, canonical(value));
    }

    /** Rewrites every whole number below a node in its one form. */
    static void unify(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                if (entry.getValue().isIntegralNumber()) {
                    entry.setValue(canonical(entry.getValue().longValue()));
                } else {
                    unify(entry.getValue());
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isIntegralNumber()) {
                    array.set(i, canonical(array.get(i).longValue()));
                } else {
                    unify(array.get(i));
                }
            }
        }
    }

    private static JsonNode canonical(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }
}
