package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A union: exactly one of several keys says which it is, and what stands under it says the rest.
 *
 * @param options what may be chosen
 * @param blank stands in for what could not be read
 */
public record Choice<T>(List<Option<? extends T>> options, T blank) implements Part<T> {
    public Choice {
        options = List.copyOf(options);
    }

    /**
     * One member of a union.
     *
     * @param says meaning in one line
     */
    public record Option<T>(String key, Form<T> form, String says) {
        T read(Tree.Entry entry, Spot spot) {
            return form.read(entry.value(), spot.field(key, entry.key()));
        }
    }

    @Override
    public List<String> keys() {
        return options.stream().map(Option::key).toList();
    }

    @Override
    public T read(Map<String, Tree.Entry> entries, Spot spot) {
        @Nullable T chosen = null;
        @Nullable String first = null;
        for (Option<? extends T> option : options) {
            Tree.Entry entry = entries.get(option.key());
            if (entry == null) {
                continue;
            }
            T value = option.read(entry, spot);
            if (chosen == null) {
                chosen = value;
                first = option.key();
            } else {
                spot.field(option.key(), entry.key())
                        .wrong("'" + first + "' and '" + option.key() + "' exclude each other", "keep one");
            }
        }
        if (chosen == null) {
            spot.remark(spot.called() + " needs " + either(), "it says which kind it is");
            keys().forEach(key -> spot.field(key, null).lose());
            return blank;
        }
        return chosen;
    }

    private String either() {
        return options.size() == 1 ? "'" + options.getFirst().key() + "'" : "one of " + String.join(", ", keys());
    }

    @Override
    public void write(ObjectSchema schema, SchemaBook book) {
        for (Option<? extends T> option : options) {
            schema.property(option.key(), option.says(), option.form().schema(book));
        }
        schema.oneOf(keys());
    }
}
