package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that is about to be stored.
 *
 * @param object as it will be stored; may be changed while it is completed
 * @param before the stored object, null on creation
 * @param name what refusals call the object: while it is completed the prefix of a name that is generated, then its name
 * @param dryRun whether nothing will be kept
 * @param store what else is stored
 * @param now the time of the write
 */
public record Proposal(
        Kind kind,
        ObjectNode object,
        @Nullable ObjectNode before,
        String name,
        boolean dryRun,
        ObjectStore store,
        Instant now) {
    public boolean isCreation() {
        return before == null;
    }

    public String namespace() {
        return Meta.namespace(object);
    }

    /** Returns a refusal in the words of the server. */
    public StatusException forbidden(String why) {
        return Refusals.forbidden(kind, name, why, List.of());
    }
}
