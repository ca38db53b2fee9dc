package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One change of one object. Its objects are the stored ones: to be looked at, never changed.
 *
 * @param type what happened
 * @param object the object after the change; for a deletion its last state
 * @param before the object before the change, null when it was added
 * @param resourceVersion the version of the store that this change made
 */
public record StoreEvent(
        Type type, Kind kind, ObjectNode object, @Nullable ObjectNode before, long resourceVersion) {
    /** The words of the watch protocol. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
