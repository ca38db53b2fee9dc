package dev.understudy.journal.json;

import dev.understudy.cluster.Change;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns records into plain values that {@link JsonText} writes. */
final class RecordWriter {
    private RecordWriter() {}

    static Map<String, Object> object(Record value) {
        refuseSecrets(value);
        Map<String, Object> object = new LinkedHashMap<>();
        if (Variants.isMember(value.getClass())) {
            object.put(Variants.KEY, Variants.name(value.getClass()));
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = Reflection.get(component, value);
            if (part == null && !Reflection.nullable(component)) {
                throw new CodecException(name(component) + " must not be null");
            }
            if (part != null && object.put(component.getName(), plain(part)) != null) {
                throw new CodecException(name(component) + " hides the name of its type: rename it");
            }
        }
        return object;
    }

    /** The last door before disk: whoever journals a change has hidden the values of Secrets in it. */
    private static void refuseSecrets(Record value) {
        if (value instanceof Change change && !change.equals(change.redacted())) {
            throw new CodecException("a change of " + change.object() + " shows values that must be hidden first");
        }
    }

    private static Object plain(Object value) {
        String text = Scalars.text(value);
        if (text != null) {
            return text;
        }
        return switch (value) {
            case Record record -> object(record);
            case Set<?> set -> set.stream().map(RecordWriter::plain).sorted().toList();
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> value;
        };
    }

    private static List<@Nullable Object> list(Collection<?> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(v -> plain.add(v == null ? null : plain(v)));
        return plain;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        values.forEach((k, v) -> plain.put((String) k, v == null ? null : plain(v)));
        return plain;
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}
