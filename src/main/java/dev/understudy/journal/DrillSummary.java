package dev.understudy.journal;

import java.time.Instant;

/**
 * What the journal knows of a drill without reading it.
 *
 * @param drill id of the drill
 * @param opened when its first entry was noted
 * @param length number of entries
 * @param head hash of its last entry; a report carries it, and so vouches for every entry up to there
 */
public record DrillSummary(String drill, Instant opened, int length, String head) {}
