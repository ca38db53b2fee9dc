package dev.understudy.simulated.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shape;
import dev.understudy.simulated.schema.Shape.ListOf;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lays an applied configuration over the stored object, and takes away what the applier has given up. */
final class Applied {
    private Applied() {}

    /** Returns the stored value with the configuration merged into it. */
    static JsonNode merge(Shape shape, JsonNode stored, JsonNode applied) {
        if (Fields.isAtomic(shape)) {
            return applied.deepCopy();
        }
        if (stored instanceof ObjectNode object && applied instanceof ObjectNode overlay) {
            ObjectNode merged = object.deepCopy();
            overlay.properties().forEach(entry -> {
                JsonNode below = object.get(entry.getKey());
                Shape field = Fields.shapeOf(shape, entry.getKey());
                merged.set(
                        entry.getKey(),
                        below == null ? entry.getValue().deepCopy() : merge(field, below, entry.getValue()));
            });
            return merged;
        }
        if (shape instanceof ListOf list && stored.isArray() && applied.isArray()) {
            return mergeLists(list, stored, applied);
        }
        return applied.deepCopy();
    }

    private static ArrayNode mergeLists(ListOf shape, JsonNode stored, JsonNode applied) {
        Map<String, JsonNode> merged = new LinkedHashMap<>(Elements.byName(shape, stored));
        Elements.byName(shape, applied)
                .forEach((name, element) ->
                        merged.merge(name, element, (below, above) -> merge(shape.element(), below, above)));
        return JsonNodeFactory.instance.arrayNode().addAll(merged.values());
    }

    /**
     * Removes places that nobody owns any more.
     *
     * @param given the places that the applier owned and no longer names
     * @param owned the places that anybody owns now
     */
    static JsonNode prune(Shape shape, JsonNode value, FieldSet given, FieldSet owned) {
        if (shape instanceof ListOf list && value.isArray()) {
            return pruneList(list, value, given, owned);
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode rest = object.deepCopy();
        given.children().forEach((element, below) -> {
            String name = element.substring(2);
            JsonNode child = rest.get(name);
            if (child == null || !element.startsWith("f:")) {
                return;
            }
            FieldSet held = owned.below(element);
            JsonNode left = prune(Fields.shapeOf(shape, name), child, below, held);
            boolean emptied = left.isContainerNode() && left.isEmpty() && !child.isEmpty();
            if (held.isEmpty() && (below.member() || emptied)) {
                rest.remove(name);
            } else {
                rest.set(name, left);
            }
        });
        return rest;
    }

    private static JsonNode pruneList(ListOf shape, JsonNode value, FieldSet given, FieldSet owned) {
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        Elements.byName(shape, value).forEach((name, element) -> {
            FieldSet below = given.below(name);
            FieldSet held = owned.below(name);
            if (!below.member() || !held.isEmpty()) {
                rest.add(prune(shape.element(), element, below, held));
            }
        });
        return rest;
    }
}
