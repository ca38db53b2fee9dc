package dev.understudy.simulated.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shape;
import dev.understudy.simulated.schema.Shape.Anything;
import dev.understudy.simulated.schema.Shape.ListOf;
import dev.understudy.simulated.schema.Shape.MapOf;
import dev.understudy.simulated.schema.Shape.Merge;
import dev.understudy.simulated.schema.Shape.Struct;
import java.util.ArrayList;
import java.util.List;

/** The places that an object fills, as server-side apply owns them. */
final class Fields {
    private Fields() {}

    /** Returns every place that an applied configuration speaks about. */
    static FieldSet of(Shape shape, ObjectNode object) {
        FieldSetBuilder places = new FieldSetBuilder();
        visit(shape, object, List.of(), places);
        return places.build();
    }

    /** Returns the shape of one field of an object; {@code Anything} where it is not known. */
    static Shape shapeOf(Shape shape, String field) {
        return switch (shape) {
            case Struct struct -> struct.fields().getOrDefault(field, Anything.ANYTHING);
            case MapOf map -> map.value();
            default -> Anything.ANYTHING;
        };
    }

    private static void visit(Shape shape, JsonNode value, List<String> path, FieldSetBuilder places) {
        if (value instanceof ObjectNode object && !isAtomic(shape)) {
            object.properties().forEach(entry -> {
                List<String> below = append(path, "f:" + entry.getKey());
                JsonNode child = entry.getValue();
                boolean named =
                        shape instanceof Struct struct && struct.fields().containsKey(entry.getKey());
                if (!named || child.isNull() || child.isObject() && child.isEmpty()) {
                    places.add(below);
                }
                visit(shapeOf(shape, entry.getKey()), child, below, places);
            });
        } else if (shape instanceof ListOf list && value.isArray() && !isAtomic(shape)) {
            Elements.byName(list, value).forEach((name, element) -> {
                List<String> below = append(path, name);
                places.add(below);
                visit(list.element(), element, below, places);
            });
        } else {
            places.add(path);
        }
    }

    static boolean isAtomic(Shape shape) {
        return switch (shape) {
            case Struct struct -> struct.isAtomic();
            case MapOf map -> map.atomic();
            case ListOf list -> list.merge() != Merge.SET && list.merge() != Merge.KEYED;
            default -> false;
        };
    }

    static List<String> append(List<String> path, String element) {
        List<String> longer = new ArrayList<>(path);
        longer.add(element);
        return longer;
    }
}
