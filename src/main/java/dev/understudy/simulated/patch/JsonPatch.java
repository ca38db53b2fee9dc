package dev.understudy.simulated.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * JSON patch as the API server carries it out, which is not RFC 6902 to the letter: a {@code test} for null passes on
 * an absent field whose parent exists, {@code replace} sets an absent field, {@code remove} of an absent one fails, and
 * negative indices count from the end.
 */
public final class JsonPatch {
    /** The server's own limit. */
    private static final int MOST_OPERATIONS = 10_000;

    private JsonNode document;

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    /**
     * Returns the patched document; the given one stays as it is.
     *
     * @throws PatchFailure when the patch is no list of operations, or an operation cannot be carried out
     */
    public static JsonNode apply(JsonNode document, JsonNode patch) {
        if (!patch.isArray()) {
            throw PatchFailure.unreadable(
                    "json: cannot unmarshal " + Words.of(patch) + " into Go value of type jsonpatch.Patch");
        }
        if (patch.size() > MOST_OPERATIONS) {
            throw PatchFailure.unreadable(
                    "The allowed maximum operations in a JSON patch is " + MOST_OPERATIONS + ", got " + patch.size());
        }
        JsonPatch patching = new JsonPatch(document.deepCopy());
        patch.forEach(patching::step);
        return patching.document;
    }

    private void step(JsonNode operation) {
        String path = text(operation, "path");
        switch (operation.path("op").asText()) {
            case "add" -> at(path).add(value(operation));
            case "remove" -> at(path).remove();
            case "replace" -> replace(path, value(operation));
            case "test" -> test(path, operation);
            case "copy" -> at(path).add(at(text(operation, "from")).get().deepCopy());
            case "move" -> {
                Place from = at(text(operation, "from"));
                JsonNode moved = from.get();
                from.remove();
                at(path).add(moved);
            }
            default ->
                throw PatchFailure.impossible(
                        "Unexpected kind: " + operation.path("op").asText());
        }
    }

    private void replace(String path, JsonNode value) {
        if (path.isEmpty()) {
            if (!value.isContainerNode()) {
                throw PatchFailure.impossible("replace operation value must be object or array");
            }
            document = value;
        } else {
            at(path).replace(value);
        }
    }

    private void test(String path, JsonNode operation) {
        JsonNode expected = operation.path("value");
        JsonNode found = path.isEmpty() ? document : at(path).get();
        boolean nothing = expected.isNull() || expected.isMissingNode();
        boolean passes = found.isNull() || found.isMissingNode() ? nothing : sameJson(found, expected);
        if (!passes) {
            throw PatchFailure.impossible("testing value " + path + " failed");
        }
    }

    private Place at(String path) {
        return Place.find(document, path);
    }

    /** Compares as written: 1 and 1.0 differ, the order of fields does not matter. */
    static boolean sameJson(JsonNode one, JsonNode other) {
        if (one.isIntegralNumber() && other.isIntegralNumber()) {
            return one.bigIntegerValue().equals(other.bigIntegerValue());
        }
        if (one instanceof ObjectNode object) {
            return other.isObject()
                    && object.size() == other.size()
                    && object.properties().stream()
                            .allMatch(entry -> sameJson(
                                    entry.getValue(),
                                    Objects.requireNonNullElse(other.get(entry.getKey()), MissingNode.getInstance())));
        }
        if (one.isArray()) {
            boolean same = other.isArray() && one.size() == other.size();
            for (int i = 0; same && i < one.size(); i++) {
                same = sameJson(one.get(i), other.get(i));
            }
            return same;
        }
        return one.equals(other);
    }

    private static JsonNode value(JsonNode operation) {
        JsonNode value = operation.get("value");
        return value == null ? NullNode.getInstance() : value.deepCopy();
    }

    private static String text(JsonNode operation, String field) {
        JsonNode value = operation.path(field);
        if (!value.isTextual()) {
            throw PatchFailure.impossible(
                    operation.path("op").asText() + " operation failed to decode " + field + ": missing value");
        }
        return value.textValue();
    }
}
