package dev.understudy.simulated.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.understudy.simulated.schema.Shape.Anything;
import dev.understudy.simulated.schema.Shape.ListOf;
import dev.understudy.simulated.schema.Shape.MapOf;
import dev.understudy.simulated.schema.Shape.Scalar;
import dev.understudy.simulated.schema.Shape.Struct;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsOrArray;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsOrBool;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Derives shapes from the client library's model classes, type by type when first asked for. */
public final class Shapes {
    private static final Map<Class<?>, Shape> KNOWN = Map.of(
            String.class, Scalar.TEXT,
            MicroTime.class, Scalar.TEXT,
            Integer.class, Scalar.INT32,
            Long.class, Scalar.INT64,
            Double.class, Scalar.NUMBER,
            Float.class, Scalar.NUMBER,
            Boolean.class, Scalar.BOOLEAN,
            IntOrString.class, Scalar.INT_OR_TEXT,
            Quantity.class, Scalar.QUANTITY);

    private static final ClassValue<Map<String, Shape>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, Shape> computeValue(Class<?> type) {
            return read(type);
        }
    };

    private Shapes() {}

    /** Returns the shape of a model class. */
    public static Struct of(Class<?> type) {
        return new Shape.Model(type);
    }

    static Map<String, Shape> fields(Class<?> type) {
        return FIELDS.get(type);
    }

    private static Map<String, Shape> read(Class<?> type) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (Field field : type.getDeclaredFields()) {
            JsonProperty property = field.getAnnotation(JsonProperty.class);
            if (property != null) {
                fields.put(property.value(), shape(type.getSimpleName(), property.value(), field.getGenericType()));
            }
        }
        return fields;
    }

    private static Shape shape(String owner, String field, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                MergeRules.Rule rule = MergeRules.ofList(owner, field);
                return new ListOf(shape("", "", arguments[0]), rule.merge(), rule.keys());
            }
            return new MapOf(shape("", "", arguments[1]), MergeRules.isAtomicMap(owner, field));
        }
        Class<?> plain = (Class<?>) type;
        Shape known = KNOWN.get(plain);
        if (known != null) {
            return known;
        }
        if (plain == JSONSchemaPropsOrArray.class || plain == JSONSchemaPropsOrBool.class) {
            return Anything.ANYTHING;
        }
        boolean open = plain.isInterface() || plain == Object.class || !hasFields(plain);
        return open ? Anything.ANYTHING : new Shape.Model(plain);
    }

    /** Asks the class alone: a type may be a part of itself. */
    private static boolean hasFields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).anyMatch(field -> field.isAnnotationPresent(JsonProperty.class));
    }
}
