package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One change of one object.
 *
 * @param type what happened
 * @param object the object after the change; for a deletion its last state
 * @param before the object before the change, null when it was added
 * @param resourceVersion the version of the store that this change made
 */
public record StoreEvent(
        Type type, Kind kind, ObjectNode object, @Nullable ObjectNode before, long resourceVersion) {
    /** Returns an event whose objects the receiver may change. */
    StoreEvent copy() {
        return new StoreEvent(
                type, kind, object.deepCopy(), before == null ? null : before.deepCopy(), resourceVersion);
    }

    /** The words of the watch protocol. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
