package dev.understudy.scenario.form;

import dev.understudy.fault.SpecField;
import dev.understudy.scenario.yaml.Tree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any record, by its components: what a kind of fault asks for. Kinds of fault are open, so their forms are not written
 * by hand: each component is a field of its own name, described by {@link SpecField}, optional when {@code @Nullable}.
 */
public final class RecordForm<R> implements Form<@Nullable R> {
    private final Class<R> type;
    private final List<Field<?>> fields;

    /**
     * @throws IllegalArgumentException when a component has a type that the language does not know
     */
    public RecordForm(Class<R> type) {
        this.type = type;
        this.fields = Arrays.stream(type.getRecordComponents())
                .<Field<?>>map(ComponentForms::field)
                .toList();
    }

    @Override
    public @Nullable R read(Tree tree, Spot spot) {
        int losses = spot.losses();
        Values values = Values.read(fields, tree, spot);
        return spot.losses() > losses ? null : build(values, spot);
    }

    private @Nullable R build(Values values, Spot spot) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    fields.stream().map(field -> values.get(field)).toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                spot.wrong(String.valueOf(refused.getMessage()), null);
                return null;
            }
            throw new IllegalStateException(type + " cannot be built", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be built", e);
        }
    }

    @Override
    public @Nullable R blank() {
        return null;
    }

    @Override
    public Map<String, Object> schema(SchemaBook book) {
        ObjectSchema schema = new ObjectSchema();
        fields.forEach(field -> field.write(schema, book));
        return schema.written();
    }
}
