package dev.understudy.simulated.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shape;
import dev.understudy.simulated.schema.Shape.Anything;
import dev.understudy.simulated.schema.Shape.ListOf;
import dev.understudy.simulated.schema.Shape.MapOf;
import dev.understudy.simulated.schema.Shape.Merge;
import dev.understudy.simulated.schema.Shape.Scalar;
import dev.understudy.simulated.schema.Shape.Struct;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How two states of an object differ, field by field.
 *
 * @param added places that only the later state has
 * @param removed places that only the earlier state has
 * @param modified places whose values differ
 */
public record Comparison(FieldSet added, FieldSet removed, FieldSet modified) {
    /** Compares two states of one object. */
    public static Comparison between(Shape shape, ObjectNode before, ObjectNode after) {
        Walk walk = new Walk();
        walk.compare(shape, before, after, List.of());
        return new Comparison(walk.added.build(), walk.removed.build(), walk.modified.build());
    }

    /** Returns what the later state has set. */
    public FieldSet set() {
        return added.union(modified);
    }

    private static final class Walk {
        private final FieldSetBuilder added = new FieldSetBuilder();
        private final FieldSetBuilder removed = new FieldSetBuilder();
        private final FieldSetBuilder modified = new FieldSetBuilder();

        void compare(Shape shape, @Nullable JsonNode before, @Nullable JsonNode after, List<String> path) {
            boolean leaf = isLeaf(shape, before, after);
            if (before == null && after == null || leaf && java.util.Objects.equals(before, after)) {
                return;
            }
            if (leaf && before != null && after != null) {
                modified.add(path);
                return;
            }
            if (before == null) {
                added.add(path);
            } else if (after == null) {
                removed.add(path);
            }
            if (!leaf) {
                descend(shape, before, after, path);
            }
        }

        private void descend(Shape shape, @Nullable JsonNode before, @Nullable JsonNode after, List<String> path) {
            if (shape instanceof ListOf list) {
                Map<String, JsonNode> earlier = Elements.byName(list, before);
                Map<String, JsonNode> later = Elements.byName(list, after);
                for (String name : either(earlier.keySet(), later.keySet())) {
                    compare(list.element(), earlier.get(name), later.get(name), append(path, name));
                }
                return;
            }
            for (String name : either(names(before), names(after))) {
                compare(Fields.shapeOf(shape, name), at(before, name), at(after, name), append(path, "f:" + name));
            }
        }

        private static boolean isLeaf(Shape shape, @Nullable JsonNode before, @Nullable JsonNode after) {
            if (isEmpty(before) && isEmpty(after)) {
                return true;
            }
            return switch (shape) {
                case Scalar scalar -> true;
                case Anything any -> !isObject(before) || !isObject(after);
                case Struct struct -> struct.isAtomic();
                case MapOf map -> map.atomic();
                case ListOf list -> list.merge() != Merge.SET && list.merge() != Merge.KEYED;
            };
        }

        private static boolean isObject(@Nullable JsonNode value) {
            return value == null || value.isObject();
        }

        private static boolean isEmpty(@Nullable JsonNode value) {
            return value == null || value.isContainerNode() && value.isEmpty();
        }

        private static @Nullable JsonNode at(@Nullable JsonNode object, String name) {
            return object == null ? null : object.get(name);
        }

        private static Set<String> names(@Nullable JsonNode object) {
            Set<String> names = new LinkedHashSet<>();
            if (object != null) {
                object.fieldNames().forEachRemaining(names::add);
            }
            return names;
        }

        private static Set<String> either(Set<String> one, Set<String> other) {
            Set<String> all = new LinkedHashSet<>(one);
            all.addAll(other);
            return all;
        }

        private static List<String> append(List<String> path, String element) {
            List<String> longer = new ArrayList<>(path);
            longer.add(element);
            return longer;
        }
    }
}
