package dev.understudy.simulated.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** A place that a JSON pointer names: an object or list that exists, and a key in it that may not. */
record Place(JsonNode parent, String key, String path) {
    private static final Pattern INDEX = Pattern.compile("[+-]?\\d{1,9}");

    /** Finds the parent of a place. */
    static Place find(JsonNode document, String path) {
        String[] parts = path.split("/", -1);
        if (parts.length < 2) {
            throw missing(path);
        }
        JsonNode at = document;
        for (int i = 1; i < parts.length - 1; i++) {
            at = new Place(at, unescape(parts[i]), path).get();
            if (!at.isContainerNode()) {
                throw missing(path);
            }
        }
        return new Place(at, unescape(parts[parts.length - 1]), path);
    }

    /** Returns what is there; a missing node for an absent field. */
    JsonNode get() {
        return parent instanceof ArrayNode list ? list.get(existing(list)) : field();
    }

    void add(JsonNode value) {
        if (parent instanceof ArrayNode list) {
            if (key.equals("-")) {
                list.add(value);
            } else {
                list.insert(index(list.size() + 1), value);
            }
        } else {
            ((ObjectNode) parent).set(key, value);
        }
    }

    void replace(JsonNode value) {
        if (parent instanceof ArrayNode list) {
            list.set(existing(list), value);
        } else {
            ((ObjectNode) parent).set(key, value);
        }
    }

    void remove() {
        if (parent instanceof ArrayNode list) {
            list.remove(existing(list));
        } else if (((ObjectNode) parent).remove(key) == null) {
            throw PatchFailure.impossible("Unable to remove nonexistent key: " + key + ": missing value");
        }
    }

    private JsonNode field() {
        JsonNode value = parent.get(key);
        return value == null ? MissingNode.getInstance() : value;
    }

    private int existing(ArrayNode list) {
        return index(list.size());
    }

    /** Reads the key as an index below {@code size}; negative ones count from the end. */
    private int index(int size) {
        if (!INDEX.matcher(key).matches()) {
            throw PatchFailure.impossible("value was not a proper array index: '" + key + "'");
        }
        int index = Integer.parseInt(key);
        int counted = index < 0 ? index + size : index;
        if (counted < 0 || counted >= size) {
            throw PatchFailure.impossible("Unable to access invalid index: " + index);
        }
        return counted;
    }

    private static PatchFailure missing(String path) {
        return PatchFailure.impossible("operation does not apply: doc is missing path: \"" + path + "\"");
    }

    private static String unescape(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }
}
