package dev.understudy.journal.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns plain values as {@link JsonText} reads them back into records. */
final class RecordReader {
    private RecordReader() {}

    static <T> T read(Class<T> type, Map<?, ?> json) {
        return type.cast(record(type, json, ""));
    }

    static Map<?, ?> object(@Nullable Object json, String at) {
        return expect(Map.class, json, at);
    }

    private static Object record(Class<?> type, Map<?, ?> json, String at) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] parts = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String where = at.isEmpty() ? component.getName() : at + "." + component.getName();
            Object value = json.get(component.getName());
            if (value == null && !Reflection.nullable(component)) {
                throw new CodecException(where + " is missing");
            }
            parts[i] = value == null ? null : value(component.getGenericType(), value, where);
        }
        return Reflection.create(type, parts);
    }

    private static Object value(Type type, Object json, String at) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, json, at);
        }
        Class<?> wanted = (Class<?>) type;
        if (Scalars.covers(wanted)) {
            return scalar(wanted, expect(String.class, json, at), at);
        }
        if (wanted.isSealed()) {
            Map<?, ?> object = object(json, at);
            return record(Variants.named(wanted, String.valueOf(object.get(Variants.KEY))), object, at);
        }
        if (wanted.isRecord()) {
            return record(wanted, object(json, at), at);
        }
        return primitive(wanted, json, at);
    }

    private static Object primitive(Class<?> wanted, Object json, String at) {
        if (wanted == Object.class) {
            return json;
        }
        if (wanted == boolean.class) {
            return expect(Boolean.class, json, at);
        }
        if (wanted == int.class || wanted == Integer.class) {
            return expect(Integer.class, json, at);
        }
        if (wanted == long.class) {
            return json instanceof Integer small ? (Object) small.longValue() : expect(Long.class, json, at);
        }
        if (wanted == BigDecimal.class) {
            return new BigDecimal(expect(Number.class, json, at).toString());
        }
        throw new CodecException(at + ": a " + wanted.getSimpleName() + " has no JSON form");
    }

    private static Object collection(ParameterizedType type, Object json, String at) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return list(of[0], json, at);
        }
        if (type.getRawType() == Set.class) {
            return new LinkedHashSet<>(list(of[0], json, at));
        }
        if (type.getRawType() == Map.class && of[0] == String.class) {
            return map(of[1], object(json, at), at);
        }
        throw new CodecException(at + ": a " + type + " has no JSON form");
    }

    private static List<Object> list(Type of, Object json, String at) {
        List<Object> list = new ArrayList<>();
        for (Object element : expect(List.class, json, at)) {
            String where = at + "[" + list.size() + "]";
            list.add(value(of, expect(Object.class, element, where), where));
        }
        return list;
    }

    private static Map<String, Object> map(Type of, Map<?, ?> json, String at) {
        Map<String, Object> map = new LinkedHashMap<>();
        json.forEach((key, element) -> {
            String where = at + "." + key;
            map.put((String) key, value(of, expect(Object.class, element, where), where));
        });
        return map;
    }

    private static Object scalar(Class<?> wanted, String text, String at) {
        try {
            return Scalars.parse(wanted, text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new CodecException(at + " is no " + wanted.getSimpleName(), e);
        }
    }

    private static <T> T expect(Class<T> wanted, @Nullable Object json, String at) {
        if (!wanted.isInstance(json)) {
            throw new CodecException(at + " is not a " + wanted.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return wanted.cast(json);
    }
}
