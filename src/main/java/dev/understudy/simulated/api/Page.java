package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The part of a list that one request gets.
 *
 * @param metadata of the list: version, and the token that continues it
 */
record Page(List<ObjectNode> items, ObjectNode metadata) {
    Page {
        items = List.copyOf(items);
    }

    /**
     * Returns a part.
     *
     * @param limit how many objects at most, 0 for all
     * @param narrowed whether a selector leaves objects out; what remains is not counted then
     */
    static Page of(List<ObjectNode> all, Pages.Token start, int limit, boolean narrowed) {
        ObjectNode metadata =
                JsonNodeFactory.instance.objectNode().put("resourceVersion", Long.toString(start.version()));
        List<ObjectNode> left = start.after().isEmpty()
                ? all
                : all.stream().filter(start::isBefore).toList();
        if (limit == 0 || left.size() <= limit) {
            return new Page(copies(left), metadata);
        }
        List<ObjectNode> items = left.subList(0, limit);
        metadata.put("continue", start.behind(items.getLast()).write());
        if (!narrowed) {
            metadata.put("remainingItemCount", left.size() - limit);
        }
        return new Page(copies(items), metadata);
    }

    /** The same part may be asked for again, so nobody gets the remembered objects themselves. */
    private static List<ObjectNode> copies(List<ObjectNode> items) {
        return items.stream().map(ObjectNode::deepCopy).toList();
    }
}
