package dev.understudy.cluster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One object as the API server showed it.
 *
 * @param json the whole object; maps, lists, strings, numbers, booleans
 */
public record ClusterObject(ObjectRef ref, Map<String, Object> json) {
    /** Returns the uid; empty when the object was never stored. */
    public String uid() {
        return text(at(FieldPath.of("metadata.uid")));
    }

    /** Returns the resourceVersion; empty when the object was never stored. */
    public String resourceVersion() {
        return text(at(FieldPath.of("metadata.resourceVersion")));
    }

    /** Returns a label's value. */
    public Optional<String> label(String name) {
        return json(new FieldPath(List.of(
                        new FieldPath.Step.Field("metadata"),
                        new FieldPath.Step.Field("labels"),
                        new FieldPath.Step.Field(name))))
                .map(Object::toString);
    }

    /** Returns the whole number in a field, or the given one where the field is absent. */
    public int number(String path, int absent) {
        return json(FieldPath.of(path)).map(v -> ((Number) v).intValue()).orElse(absent);
    }

    /** Returns the JSON value of a field, or empty. */
    public Optional<Object> json(FieldPath path) {
        return at(path) instanceof FieldValue.Json(Object value) ? Optional.of(value) : Optional.empty();
    }

    /** Returns what a field holds. */
    public FieldValue at(FieldPath path) {
        Object here = json;
        for (FieldPath.Step step : path.steps()) {
            Object next = switch (step) {
                case FieldPath.Step.Field(String name) -> here instanceof Map<?, ?> map ? map.get(name) : null;
                case FieldPath.Step.Element(String key, String value) -> element(here, key, value);
            };
            if (next == null) {
                return FieldValue.ABSENT;
            }
            here = next;
        }
        return new FieldValue.Json(here);
    }

    private static @Nullable Object element(Object list, String key, String value) {
        return list instanceof List<?> elements
                ? elements.stream()
                        .filter(e -> e instanceof Map<?, ?> map && value.equals(Objects.toString(map.get(key), null)))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static String text(FieldValue value) {
        return value instanceof FieldValue.Json(Object json) ? json.toString() : "";
    }
}
