package dev.understudy.simulated.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shape;
import dev.understudy.simulated.schema.Shape.Anything;
import dev.understudy.simulated.schema.Shape.ListOf;
import dev.understudy.simulated.schema.Shape.MapOf;
import dev.understudy.simulated.schema.Shape.Struct;
import java.util.HashSet;
import java.util.Set;

/**
 * Strategic merge patch: a merge patch in which keyed lists merge element by element. Directives: {@code $patch} with
 * {@code delete}, {@code replace} or {@code merge}, {@code $deleteFromPrimitiveList/<field>}, {@code $retainKeys}; the
 * wish for an order ({@code $setElementOrder/<field>}) is accepted and not followed, new elements come last.
 */
public final class StrategicPatch {
    private static final String DELETE_VALUES = "$deleteFromPrimitiveList/";
    private static final String ORDER = "$setElementOrder/";

    private StrategicPatch() {}

    /**
     * Returns the patched document; the given one stays as it is.
     *
     * @throws PatchFailure when the patch is no object, or an element of a keyed list lacks its key
     */
    public static JsonNode apply(Shape shape, JsonNode document, JsonNode patch) {
        if (!patch.isObject()) {
            throw PatchFailure.unreadable("invalid JSON document");
        }
        return merge(shape, document, patch);
    }

    static JsonNode merge(Shape shape, JsonNode below, JsonNode above) {
        if (shape instanceof ListOf list && above.isArray()) {
            return KeyedLists.merge(list, below, above);
        }
        if (!(above instanceof ObjectNode overlay)) {
            return above.deepCopy();
        }
        ObjectNode base =
                below instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        return switch (overlay.path("$patch").asText("merge")) {
            case "replace" -> plain(shape, overlay);
            case "delete" -> JsonNodeFactory.instance.objectNode();
            case "merge" -> mergeFields(shape, base, overlay);
            default ->
                throw PatchFailure.unreadable("unknown patch type found in map: "
                        + overlay.path("$patch").asText());
        };
    }

    private static ObjectNode mergeFields(Shape shape, ObjectNode base, ObjectNode overlay) {
        overlay.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (name.startsWith(DELETE_VALUES)) {
                deleteValues(base, name.substring(DELETE_VALUES.length()), value);
            } else if (name.startsWith(ORDER) || name.equals("$patch") || name.equals("$retainKeys")) {
                return;
            } else if (value.isNull()) {
                base.remove(name);
            } else {
                base.set(name, merge(field(shape, name), base.path(name), value));
            }
        });
        if (overlay.has("$retainKeys")) {
            retain(base, overlay.path("$retainKeys"));
        }
        return base;
    }

    /** Returns a value of the patch as it stands, without directives and nulls. */
    private static JsonNode plain(Shape shape, ObjectNode overlay) {
        ObjectNode rest = overlay.deepCopy();
        rest.remove("$patch");
        return mergeFields(shape, JsonNodeFactory.instance.objectNode(), rest);
    }

    private static void deleteValues(ObjectNode base, String field, JsonNode values) {
        Set<JsonNode> unwanted = new HashSet<>();
        values.forEach(unwanted::add);
        if (base.path(field).isArray()) {
            var rest = JsonNodeFactory.instance.arrayNode();
            base.path(field).forEach(value -> {
                if (!unwanted.contains(value)) {
                    rest.add(value);
                }
            });
            base.set(field, rest);
        }
    }

    private static void retain(ObjectNode base, JsonNode names) {
        Set<String> kept = new HashSet<>();
        names.forEach(name -> kept.add(name.asText()));
        base.retain(kept);
    }

    private static Shape field(Shape shape, String name) {
        return switch (shape) {
            case Struct struct -> struct.fields().getOrDefault(name, Anything.ANYTHING);
            case MapOf map -> map.value();
            default -> Anything.ANYTHING;
        };
    }
}
