package dev.understudy.simulated.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch, RFC 7386: objects merge, null removes, anything else replaces. */
public final class MergePatch {
    private MergePatch() {}

    /**
     * Returns the patched document; the given one stays as it is.
     *
     * @throws PatchFailure when the patch is no object
     */
    public static JsonNode apply(JsonNode document, JsonNode patch) {
        if (!patch.isObject()) {
            throw PatchFailure.unreadable("Invalid JSON Patch");
        }
        return merge(document, patch);
    }

    private static JsonNode merge(JsonNode below, JsonNode above) {
        if (!(above instanceof ObjectNode overlay)) {
            return above.deepCopy();
        }
        ObjectNode merged =
                below instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        overlay.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
            } else {
                merged.set(entry.getKey(), merge(merged.path(entry.getKey()), entry.getValue()));
            }
        });
        return merged;
    }
}
