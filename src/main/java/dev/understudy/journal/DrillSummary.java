package dev.understudy.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the journal knows of a drill without reading it.
 *
 * @param drill id of the drill
 * @param opened when its first entry was noted
 * @param length number of entries
 * @param ended whether it is closed or was refused: nobody has anything left to do for it, though notes may follow
 * @param head hash of its last entry; a report carries it, and so vouches for every entry up to there
 * @param origin where it, or its end, was imported from, in words; null when all of it was journaled here
 */
public record DrillSummary(
        String drill,
        Instant opened,
        int length,
        boolean ended,
        String head,
        @Nullable String origin) {
    /** One that was journaled here. */
    public DrillSummary(String drill, Instant opened, int length, boolean ended, String head) {
        this(drill, opened, length, ended, head, null);
    }
}
