package dev.understudy.cluster;

import java.util.List;

/** Where the records of drills stand in a cluster. Methods block and throw {@link ClusterException}. */
public interface DrillRecords {
    /**
     * Writes the record: creates it when its version is empty (that creation is the lock), else replaces the version
     * it was read at. Values of Secrets go into a Secret beside it. Also keeps the guard Job, whose deadline follows
     * the record's.
     *
     * @return the record at its new version
     * @throws ClusterException of kind {@code CONFLICT} when another drill holds the namespace, when somebody has
     *     changed the record since, or with {@code TOO_LARGE} over 900 KiB
     */
    DrillRecord write(DrillRecord record);

    /**
     * Returns the records of one namespace, or of all of them when it is empty; marked ones included. Looking everywhere
     * leaves out what {@link #unreadable} tells of, so that one broken record does not keep the others from being undone.
     *
     * @throws ClusterException of kind {@code FORBIDDEN} when listing them is not allowed, or {@code INVALID} when the
     *     record of the one namespace was written by a newer version or by hand
     */
    List<DrillRecord> find(String namespace);

    /** Returns one sentence for each record anywhere that cannot be read, and says what to do about it. */
    default List<String> unreadable() {
        return List.of();
    }

    /** Removes the record, its Secret and the guard Job; none of them there is no error. */
    void remove(DrillRecord record);
}
