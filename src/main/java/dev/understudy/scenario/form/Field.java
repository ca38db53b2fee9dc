package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object.
 *
 * @param says meaning, unit and range in one line
 * @param required whether a file must have it
 * @param absent its value when the file does not have it
 * @param shown the default as a JSON value; null when there is none to show
 */
public record Field<T extends @Nullable Object>(
        String key,
        Form<? extends T> form,
        String says,
        boolean required,
        T absent,
        @Nullable Object shown) implements Part<T> {
    /** A field that a file must have. */
    public static <T extends @Nullable Object> Field<T> required(String key, Form<T> form, String says) {
        return new Field<>(key, form, says, true, form.blank(), null);
    }

    /** A field that is null when a file does not have it. */
    public static <T> Field<@Nullable T> optional(String key, Form<T> form, String says) {
        return new Field<@Nullable T>(key, form, says, false, null, null);
    }

    /** A list, map or object that is empty when a file does not have it. */
    public static <T> Field<T> orEmpty(String key, Form<T> form, String says) {
        return new Field<>(key, form, says, false, form.blank(), null);
    }

    /** A field with a default, given as it would stand in the file. */
    public static <T extends @Nullable Object> Field<T> byDefault(
            String key, Form<T> form, String written, String says) {
        return byDefault(key, form, new DefaultValue.One(written), says);
    }

    /** A list with a default, given as its parts would stand in the file. */
    public static <T> Field<T> byDefault(String key, Form<T> form, List<String> written, String says) {
        return byDefault(
                key,
                form,
                new DefaultValue.Many(
                        written.stream().map(DefaultValue.One::new).toList()),
                says);
    }

    private static <T extends @Nullable Object> Field<T> byDefault(
            String key, Form<T> form, DefaultValue written, String says) {
        Problems problems = new Problems(key);
        T value = form.read(written.tree(), Spot.root(problems));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("bad default: " + problems.inOrder());
        }
        return new Field<>(key, form, says, false, value, written.json());
    }

    @Override
    public List<String> keys() {
        return List.of(key);
    }

    @Override
    public T read(Map<String, Tree.Entry> entries, Spot spot) {
        Tree.Entry entry = entries.get(key);
        if (entry != null) {
            return form.read(entry.value(), spot.field(key, entry.key()));
        }
        if (required) {
            spot.field(key, null).wrong(spot.called() + " needs '" + key + "'", says);
        }
        return absent;
    }

    @Override
    public T blank() {
        return absent;
    }

    @Override
    public void write(ObjectSchema schema, SchemaBook book) {
        Map<String, Object> property = new LinkedHashMap<>(form.schema(book));
        if (shown != null) {
            property.put("default", shown);
        }
        schema.property(key, says, property);
        if (required) {
            schema.require(key);
        }
    }
}
