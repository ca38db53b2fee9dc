package dev.understudy.journal;

import java.time.Instant;

/**
 * What the journal knows of a drill without reading it.
 *
 * @param drill id of the drill
 * @param opened when its first entry was noted
 * @param length number of entries
 * @param ended whether it is closed or was refused: nobody has anything left to do for it, though notes may follow
 * @param head hash of its last entry; a report carries it, and so vouches for every entry up to there
 */
public record DrillSummary(String drill, Instant opened, int length, boolean ended, String head) {}
