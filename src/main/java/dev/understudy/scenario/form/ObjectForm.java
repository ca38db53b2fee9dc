package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Tree;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An object with known parts.
 *
 * @param name of the shared definition in the schema; empty for one that is written where it is used
 * @param build makes the value of what was read, blanks included
 */
public record ObjectForm<T>(String name, Function<Values, T> build, List<Part<?>> parts) implements Form<T> {
    /** An object that is written where it is used. */
    public static <T> ObjectForm<T> of(Function<Values, T> build, Part<?>... parts) {
        return new ObjectForm<>("", build, List.of(parts));
    }

    /** An object that several parts of a file share. */
    public static <T> ObjectForm<T> shared(String name, Function<Values, T> build, Part<?>... parts) {
        return new ObjectForm<>(name, build, List.of(parts));
    }

    @Override
    public T read(Tree tree, Spot spot) {
        return build.apply(Values.read(parts, tree, spot));
    }

    @Override
    public T blank() {
        return build.apply(Values.blank(parts));
    }

    @Override
    public Map<String, Object> schema(SchemaBook book) {
        return name.isEmpty() ? written(book) : book.shared(name, () -> written(book));
    }

    private Map<String, Object> written(SchemaBook book) {
        ObjectSchema schema = new ObjectSchema();
        parts.forEach(part -> part.write(schema, book));
        return schema.written();
    }
}
