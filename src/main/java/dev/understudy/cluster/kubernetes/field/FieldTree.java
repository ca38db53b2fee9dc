package dev.understudy.cluster.kubernetes.field;

import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of fields as managedFields writes it (FieldsV1): nested maps whose keys are {@code f:name}, {@code k:{...}} for
 * a list element by its merge keys, {@code v:...} for an element of a set, and {@code .} for "this one itself". A map
 * without keys is a field that is in the set and has nothing below it.
 *
 * <p>Format: <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management">field
 * management</a>.
 */
final class FieldTree {
    private static final String SELF = ".";

    private FieldTree() {}

    /**
     * Finds a field in a set: the keys that lead to it, or to the atomic list or map that holds it and is owned as a
     * whole. Empty when the field is not in the set.
     *
     * <p>A field without anything below may also be a map that was empty when it was set; only its owner's loss tells
     * the two apart.
     */
    static Optional<List<String>> locate(Map<String, Object> tree, FieldPath path) {
        List<String> keys = new ArrayList<>();
        Map<String, Object> here = tree;
        for (FieldPath.Step step : path.steps()) {
            if (here.isEmpty() && !keys.isEmpty()) {
                return Optional.of(keys);
            }
            Optional<String> key = key(here, step);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
            here = child(here, key.get());
        }
        return Optional.of(keys);
    }

    /** Tells whether the set holds the field that these keys lead to, or anything below it. */
    static boolean holds(Map<String, Object> tree, List<String> keys) {
        return at(tree, keys) != null;
    }

    /** Tells whether the set holds every part of a value that stands where these keys lead. */
    static boolean covers(Map<String, Object> tree, List<String> keys, Object value) {
        Map<String, Object> node = at(tree, keys);
        return node != null && covers(node, value);
    }

    /** Returns only the field that these keys lead to, with everything below it. */
    static Map<String, Object> only(Map<String, Object> tree, List<String> keys) {
        Map<String, Object> node = at(tree, keys);
        if (node == null) {
            return Map.of();
        }
        Map<String, Object> chain = node;
        for (String key : keys.reversed()) {
            chain = new LinkedHashMap<>(Map.of(key, chain));
        }
        return chain;
    }

    /** Returns the fields of the first set that are not in the second. */
    static Map<String, Object> minus(Map<String, Object> a, Map<String, Object> b) {
        Map<String, Object> left = new LinkedHashMap<>();
        a.forEach((key, below) -> {
            if (!b.containsKey(key)) {
                if (!key.equals(SELF) || !b.isEmpty()) {
                    left.put(key, below);
                }
                return;
            }
            Map<String, Object> mine = PlainJson.object(below);
            Map<String, Object> theirs = PlainJson.object(b.get(key));
            if (mine.isEmpty()) {
                if (!itself(theirs)) {
                    left.put(key, mine);
                }
            } else if (!minus(mine, theirs).isEmpty()) {
                left.put(key, minus(mine, theirs));
            }
        });
        return left;
    }

    /** Returns the fields of both sets. */
    static Map<String, Object> union(Map<String, Object> a, Map<String, Object> b) {
        Map<String, Object> both = new LinkedHashMap<>(a);
        b.forEach((key, below) -> both.merge(key, below, (x, y) -> {
            Map<String, Object> mine = PlainJson.object(x);
            Map<String, Object> theirs = PlainJson.object(y);
            Map<String, Object> merged = union(mine, theirs);
            if ((mine.isEmpty() || theirs.isEmpty()) && !merged.isEmpty()) {
                merged.put(SELF, Map.of());
            }
            return merged;
        }));
        return both;
    }

    /** Returns the set without the field that these keys lead to and without what then leads nowhere. */
    static Map<String, Object> without(Map<String, Object> tree, List<String> keys) {
        if (!holds(tree, keys)) {
            return tree;
        }
        Map<String, Object> rest = new LinkedHashMap<>(tree);
        if (keys.size() == 1) {
            rest.remove(keys.getFirst());
            return rest;
        }
        Map<String, Object> below = without(child(tree, keys.getFirst()), keys.subList(1, keys.size()));
        if (below.isEmpty()) {
            rest.remove(keys.getFirst());
        } else {
            rest.put(keys.getFirst(), below);
        }
        return rest;
    }

    /** Tells whether nothing is left but maps and lists that were made to hold what is gone. */
    static boolean hollow(Map<String, Object> tree) {
        return tree.entrySet().stream()
                .allMatch(e -> e.getKey().equals(SELF)
                        || (!PlainJson.object(e.getValue()).isEmpty() && hollow(PlainJson.object(e.getValue()))));
    }

    /** Tells whether the set holds the existence itself of the map or list at a path. */
    static boolean made(Map<String, Object> tree, List<FieldPath.Step> steps) {
        return !steps.isEmpty()
                && locate(tree, new FieldPath(steps))
                        .filter(keys -> keys.size() == steps.size())
                        .map(keys -> at(tree, keys))
                        .filter(node -> node.containsKey(SELF))
                        .isPresent();
    }

    private static boolean covers(Map<String, Object> node, Object value) {
        if (node.isEmpty()) {
            return true;
        }
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream().allMatch(e -> {
                    Object below = node.get("f:" + e.getKey());
                    return below != null && e.getValue() != null && covers(PlainJson.object(below), e.getValue());
                });
            case List<?> list -> list.stream().allMatch(e -> e != null && element(node, e));
            default -> false;
        };
    }

    private static boolean element(Map<String, Object> node, Object element) {
        return node.entrySet().stream()
                .anyMatch(e -> e.getKey().startsWith("v:")
                        ? PlainJson.same(PlainJson.value(e.getKey().substring(2)), element)
                        : e.getKey().startsWith("k:")
                                && PlainJson.parse(e.getKey().substring(2)).entrySet().stream()
                                        .allMatch(k -> PlainJson.same(PlainJson.at(element, k.getKey()), k.getValue()))
                                && covers(PlainJson.object(e.getValue()), element));
    }

    private static Optional<String> key(Map<String, Object> node, FieldPath.Step step) {
        return switch (step) {
            case FieldPath.Step.Field(String name) -> Optional.of("f:" + name).filter(node::containsKey);
            case FieldPath.Step.Element(String key, String value) ->
                node.keySet().stream()
                        .filter(k -> k.startsWith("k:"))
                        .filter(k -> value.equals(
                                Objects.toString(PlainJson.parse(k.substring(2)).get(key), null)))
                        .findFirst();
        };
    }

    private static @Nullable Map<String, Object> at(Map<String, Object> tree, List<String> keys) {
        Map<String, Object> here = tree;
        for (String key : keys) {
            if (!here.containsKey(key)) {
                return null;
            }
            here = child(here, key);
        }
        return here;
    }

    private static Map<String, Object> child(Map<String, Object> node, String key) {
        return PlainJson.object(node.get(key));
    }

    private static boolean itself(Map<String, Object> node) {
        return node.isEmpty() || node.containsKey(SELF);
    }
}
