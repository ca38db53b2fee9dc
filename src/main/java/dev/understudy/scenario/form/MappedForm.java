package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Tree;
import java.util.Map;
import java.util.function.Function;

/**
 * A form whose value is wrapped into another one.
 *
 * @param wrap never throws, not for a blank either
 */
public record MappedForm<S, T>(Form<S> form, Function<S, T> wrap) implements Form<T> {
    public static <S, T> Form<T> of(Form<S> form, Function<S, T> wrap) {
        return new MappedForm<>(form, wrap);
    }

    @Override
    public T read(Tree tree, Spot spot) {
        return wrap.apply(form.read(tree, spot));
    }

    @Override
    public T blank() {
        return wrap.apply(form.blank());
    }

    @Override
    public Map<String, Object> schema(SchemaBook book) {
        return form.schema(book);
    }
}
