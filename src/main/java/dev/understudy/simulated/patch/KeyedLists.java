package dev.understudy.simulated.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.simulated.schema.Shape.ListOf;
import dev.understudy.simulated.schema.Shape.Merge;
import java.util.stream.StreamSupport;

/** Merges lists in strategic merge patches: by the first key, by value, or whole. */
final class KeyedLists {
    private KeyedLists() {}

    static JsonNode merge(ListOf shape, JsonNode below, JsonNode above) {
        if (shape.merge() == Merge.ATOMIC || !below.isArray() && !hasDirectives(above)) {
            return above.deepCopy();
        }
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        below.forEach(element -> merged.add(element.deepCopy()));
        if (shape.merge() == Merge.SET) {
            above.forEach(value -> addOnce(merged, value));
            return merged;
        }
        if (has(above, "replace")) {
            return replacement(above);
        }
        String key = shape.keys().getFirst();
        above.forEach(element -> mergeElement(shape, merged, key, element));
        return merged;
    }

    private static void mergeElement(ListOf shape, ArrayNode merged, String key, JsonNode element) {
        JsonNode name = element.path(key);
        if (name.isMissingNode()) {
            throw PatchFailure.unreadable("map: " + element + " does not contain declared merge key: " + key);
        }
        boolean delete = element.path("$patch").asText().equals("delete");
        boolean found = false;
        for (int i = merged.size() - 1; i >= 0; i--) {
            if (merged.get(i).path(key).equals(name)) {
                if (delete) {
                    merged.remove(i);
                } else {
                    merged.set(i, StrategicPatch.merge(shape.element(), merged.get(i), element));
                }
                found = true;
            }
        }
        if (!found && !delete) {
            merged.add(StrategicPatch.merge(shape.element(), JsonNodeFactory.instance.objectNode(), element));
        }
    }

    private static ArrayNode replacement(JsonNode above) {
        ArrayNode replaced = JsonNodeFactory.instance.arrayNode();
        above.forEach(element -> {
            if (!element.path("$patch").asText().equals("replace")) {
                replaced.add(element.deepCopy());
            }
        });
        return replaced;
    }

    private static boolean hasDirectives(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(element -> element.has("$patch"));
    }

    private static boolean has(JsonNode list, String directive) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(element -> element.path("$patch").asText().equals(directive));
    }

    private static void addOnce(ArrayNode list, JsonNode value) {
        if (StreamSupport.stream(list.spliterator(), false).noneMatch(value::equals)) {
            list.add(value);
        }
    }
}
