package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of an object: a field, or a choice between several.
 *
 * @param <T> what it is read into
 */
public sealed interface Part<T extends @Nullable Object> permits Field, Choice {
    /** Every key that may stand for this part. */
    List<String> keys();

    /**
     * Reads the part.
     *
     * @param entries the object's entries by the key that was meant
     * @param spot the object
     */
    T read(Map<String, Tree.Entry> entries, Spot spot);

    /** Returns a value that stands in for one that could not be read. */
    T blank();

    /** Adds the part's properties, and what the object requires because of it. */
    void write(ObjectSchema schema, SchemaBook book);
}
