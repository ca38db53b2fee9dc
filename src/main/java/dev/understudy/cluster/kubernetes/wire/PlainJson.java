package dev.understudy.cluster.kubernetes.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain maps, lists, strings, numbers and booleans. Fields that hold {@code null} are left out: Kubernetes
 * treats them as absent.
 */
public final class PlainJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlainJson() {}

    /**
     * Parses an object.
     *
     * @throws IllegalArgumentException when the text is no JSON object; the message does not quote it
     */
    public static Map<String, Object> parse(String text) {
        return object(value(text));
    }

    /**
     * Parses any value.
     *
     * @throws IllegalArgumentException when the text is no JSON, or {@code null}; the message does not quote it
     */
    public static Object value(String text) {
        Object value;
        try {
            value = MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", new IllegalArgumentException(e.getOriginalMessage()));
        }
        if (value == null) {
            throw new IllegalArgumentException("not JSON but null");
        }
        return copy(value);
    }

    /** Returns a shallow copy of the value as an object; an empty one when it is something else. */
    public static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> {
                if (v != null) {
                    object.put(String.valueOf(k), v);
                }
            });
        }
        return object;
    }

    /** Returns the value as a list of objects; elements that are something else are left out. */
    public static List<Map<String, Object>> objects(@Nullable Object value) {
        List<Map<String, Object>> all = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.stream().filter(Map.class::isInstance).forEach(e -> all.add(object(e)));
        }
        return all;
    }

    /** Returns what stands in a field of nested objects, or null. */
    public static @Nullable Object at(@Nullable Object value, String... fields) {
        Object here = value;
        for (String field : fields) {
            here = here instanceof Map<?, ?> map ? map.get(field) : null;
        }
        return here;
    }

    /** Returns the text in a field of nested objects; empty when there is none. */
    public static String text(@Nullable Object value, String... fields) {
        Object found = at(value, fields);
        return found == null ? "" : found.toString();
    }

    /** Prints on one line. */
    public static String print(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not plain JSON: " + value.getClass().getName());
        }
    }

    /** Prints for people. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not plain JSON: " + value.getClass().getName());
        }
    }

    /** Returns a deep copy that may be changed. */
    public static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((k, v) -> {
                    if (v != null) {
                        copy.put(String.valueOf(k), copy(v));
                    }
                });
                yield copy;
            }
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.stream().filter(e -> e != null).forEach(e -> copy.add(copy(e)));
                yield copy;
            }
            default -> value;
        };
    }

    /** Compares as the API server does: numbers by value within whole or broken ones, fields in any order. */
    public static boolean same(@Nullable Object a, @Nullable Object b) {
        return switch (a) {
            case null -> b == null;
            case Number n
            when b instanceof Number m ->
                whole(n) && whole(m)
                        ? n.longValue() == m.longValue()
                        : whole(n) == whole(m) && Double.compare(n.doubleValue(), m.doubleValue()) == 0;
            case Map<?, ?> map
            when b instanceof Map<?, ?> other ->
                map.keySet().equals(other.keySet())
                        && map.keySet().stream().allMatch(k -> same(map.get(k), other.get(k)));
            case List<?> list when b instanceof List<?> other -> sameElements(list, other);
            default -> a.equals(b);
        };
    }

    private static boolean sameElements(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean whole(Number n) {
        return n instanceof Integer || n instanceof Long || n instanceof Short || n instanceof BigInteger;
    }
}
