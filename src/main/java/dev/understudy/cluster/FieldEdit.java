package dev.understudy.cluster;

/**
 * One field and what becomes of it.
 *
 * @param path the field
 * @param before what it held when it was planned
 * @param after what it holds once the change is made, in the server's own spelling
 */
public record FieldEdit(FieldPath path, FieldValue before, FieldValue after) {
    /** Returns the edit that takes this one back. */
    public FieldEdit inverse() {
        return new FieldEdit(path, after, before);
    }

    /** Returns {@code spec.replicas: 3 -> 0}. */
    @Override
    public String toString() {
        return path + ": " + before + " -> " + after;
    }
}
