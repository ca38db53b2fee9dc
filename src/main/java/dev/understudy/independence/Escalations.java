package dev.understudy.independence;

import java.util.List;

/**
 * How far up the incidents of one service went.
 *
 * @param incidents how many in all
 * @param levels by number of levels, from none up; those that occurred
 * @param escalated share that went up at least one
 */
public record Escalations(long incidents, List<Level> levels, double escalated) {
    public Escalations {
        levels = List.copyOf(levels);
    }

    /** How many incidents went up exactly that far. */
    public record Level(int levels, long incidents) {}
}
