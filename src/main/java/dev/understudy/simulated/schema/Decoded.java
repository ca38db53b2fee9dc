package dev.understudy.simulated.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An object as the server understood it.
 *
 * @param object known fields only, in canonical form
 * @param unknown paths of fields that the kind does not have, such as {@code spec.replcas}; they were left out
 * @param errors values of the wrong type, in the server's words; the object is unusable when there are any
 */
public record Decoded(ObjectNode object, List<String> unknown, List<String> errors) {
    public Decoded {
        unknown = List.copyOf(unknown);
        errors = List.copyOf(errors);
    }
}
