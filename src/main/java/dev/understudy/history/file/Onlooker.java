package dev.understudy.history.file;

/** Who watches an import. */
public interface Onlooker {
    /** A row is not taken. In the order of lines within one batch; a conflict is only found when its batch is stored. */
    void rejected(Reject reject);

    /**
     * Another batch is stored.
     *
     * @param bytes read so far, a little ahead of the rows
     * @param rows read so far
     * @return whether to go on
     */
    boolean stored(long bytes, long rows);
}
