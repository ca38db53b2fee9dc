package dev.understudy.scenario.form;

import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.SpecField;
import dev.understudy.fault.Spelled;
import dev.understudy.probe.Share;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which form a record's component has. */
final class ComponentForms {
    private ComponentForms() {}

    static Field<?> field(RecordComponent component) {
        SpecField told = component.getAnnotation(SpecField.class);
        Form<?> form = form(component.getGenericType(), told);
        String says = told == null ? "" : told.value();
        if (told != null && !told.byDefault().isEmpty()) {
            return Field.byDefault(component.getName(), form, told.byDefault(), says);
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return Field.optional(component.getName(), form, says);
        }
        boolean collection = List.of(List.class, Map.class).contains(component.getType());
        return collection
                ? Field.orEmpty(component.getName(), form, says)
                : Field.required(component.getName(), form, says);
    }

    private static Form<?> form(Type type, @Nullable SpecField told) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? ListForm.of(form(generic.getActualTypeArguments()[0], told))
                    : map(generic);
        }
        if (type == int.class || type == Integer.class) {
            return told == null ? Leaves.whole(0, Integer.MAX_VALUE) : Leaves.whole(told.min(), told.max());
        }
        if (type == boolean.class || type == Boolean.class) {
            return Leaves.truth();
        }
        return type instanceof Class<?> known ? ofClass(known) : unknown(type);
    }

    private static Form<?> ofClass(Class<?> type) {
        if (type == String.class) {
            return Texts.text();
        }
        if (type == Duration.class) {
            return Leaves.duration();
        }
        if (type == Share.class) {
            return Leaves.share();
        }
        if (type == WorkloadKind.class) {
            return Leaves.word(WorkloadKind.class, WorkloadKind::word);
        }
        if (type.isEnum()) {
            return Spelled.class.isAssignableFrom(type) ? spelled(type) : words(type);
        }
        return type.isRecord() ? new RecordForm<>(type) : unknown(type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // only asked for classes of enums
    private static Form<?> words(Class<?> type) {
        return Leaves.word((Class<? extends Enum>) type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // only asked for classes of enums
    private static Form<?> spelled(Class<?> type) {
        return Leaves.word((Class<? extends Enum>) type, constant -> ((Spelled) constant).word());
    }

    private static Form<?> map(ParameterizedType generic) {
        List<Type> arguments = List.of(generic.getActualTypeArguments());
        if (generic.getRawType() == Map.class && arguments.equals(List.of(String.class, String.class))) {
            return new LabelsForm("labels");
        }
        return generic.getRawType() == Map.class && arguments.equals(List.of(String.class, Object.class))
                ? new FreeForm()
                : unknown(generic);
    }

    private static Form<?> unknown(Type type) {
        throw new IllegalArgumentException("the scenario language has no form for " + type.getTypeName());
    }
}
