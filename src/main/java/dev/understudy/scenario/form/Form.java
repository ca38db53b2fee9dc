package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Tree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of one part of a file.
 *
 * @param <T> what it is read into
 */
public interface Form<T extends @Nullable Object> {
    /**
     * Reads a value. Never throws for what a file says: what does not fit is reported to the spot, and a blank is
     * returned so that the rest of the file can be read too.
     */
    T read(Tree tree, Spot spot);

    /** Returns a value that stands in for one that could not be read. */
    T blank();

    /** Returns the JSON Schema of this form; shared parts go into the book. */
    Map<String, Object> schema(SchemaBook book);
}
