package dev.understudy.cluster;

import java.util.List;

/**
 * One field and what becomes of it.
 *
 * @param path the field
 * @param before what it held when it was planned
 * @param after what it holds once the change is made, in the server's own spelling
 * @param owners who loses the field to us; known once the change was previewed, else empty
 */
public record FieldEdit(FieldPath path, FieldValue before, FieldValue after, List<FieldOwner> owners) {
    public FieldEdit {
        owners = List.copyOf(owners);
    }

    /** An edit as a fault plans it, before anybody asked the server. */
    public FieldEdit(FieldPath path, FieldValue before, FieldValue after) {
        this(path, before, after, List.of());
    }

    /** Returns the edit that takes this one back. */
    public FieldEdit inverse() {
        return new FieldEdit(path, after, before, owners);
    }

    /** Returns the same with both values hidden. */
    public FieldEdit hidden() {
        return new FieldEdit(path, before.hidden(), after.hidden(), owners);
    }

    /** Returns {@code spec.replicas: 3 -> 0}. */
    @Override
    public String toString() {
        return path + ": " + before + " -> " + after;
    }
}
