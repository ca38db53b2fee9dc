package dev.understudy.journal.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes records apart and puts them together. */
final class Reflection {
    private Reflection() {}

    static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static @Nullable Object get(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new CodecException("cannot take apart a " + from.getClass().getSimpleName(), e);
        }
    }

    /** Calls the record's own constructor, so that its checks hold for what is read as for what is made. */
    static Object create(Class<?> type, @Nullable Object[] parts) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new CodecException("it makes no valid " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new CodecException("cannot put together a " + type.getSimpleName(), e);
        }
    }
}
