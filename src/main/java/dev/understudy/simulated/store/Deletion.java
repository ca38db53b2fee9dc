package dev.understudy.simulated.store;

/**
 * How an object is deleted.
 *
 * @param uid the uid that the object must have, empty for any
 * @param resourceVersion the version that the object must have, empty for any
 * @param policy {@code Background}, {@code Foreground} or {@code Orphan}
 * @param graceSeconds grace period for pods; negative for the pod's own, 0 removes at once
 * @param dryRun answers as if, and keeps nothing
 */
public record Deletion(String uid, String resourceVersion, String policy, long graceSeconds, boolean dryRun) {}
