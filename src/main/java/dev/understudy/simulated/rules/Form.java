package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Decoded;
import dev.understudy.simulated.schema.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the server understands the objects of one kind: their fields, what it fills in, and what it refuses. */
public interface Form {
    /** Returns the fields of the kind and how two of its objects are merged. */
    Shape shape();

    /** Returns what the server understands of an object; the object itself is not changed. */
    Decoded decode(ObjectNode object);

    /** Fills in what the sender left out. */
    void fill(ObjectNode object);

    /**
     * Returns every rule that an object breaks, none when it may be stored.
     *
     * @param before the stored object, null on creation
     */
    List<Cause> check(ObjectNode object, @Nullable ObjectNode before);
}
