package dev.understudy.journal;

import dev.understudy.drill.Entry;
import java.util.List;

/** Where drills are written down. Entries are only ever added; what was acknowledged survives a kill. Thread-safe. */
public interface Journal {
    /**
     * Adds entries to a drill, all or none. When this returns they are on disk.
     *
     * @param drill id of the drill; the first append, with an expected length of 0, opens it
     * @param expectedLength number of entries that the caller knows of
     * @param entries at least one, numbered on from {@code expectedLength}
     * @throws JournalConflict when the drill has another length: somebody else has written
     * @throws JournalException when they could not be written; nothing may be injected then
     */
    void append(String drill, int expectedLength, List<Entry> entries);

    /**
     * Returns a drill's entries in order; none for an unknown drill.
     *
     * @throws JournalException when they could not be read
     */
    List<Entry> read(String drill);

    /**
     * Returns all drills, newest first.
     *
     * @throws JournalException when they could not be read
     */
    List<DrillSummary> drills();
}
