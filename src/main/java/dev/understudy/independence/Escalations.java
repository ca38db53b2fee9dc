package dev.understudy.independence;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

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

    /**
     * Adds counts up.
     *
     * @param counts how many incidents, by number of levels
     * @return none when there was no incident
     */
    public static Optional<Escalations> of(SortedMap<Integer, Long> counts) {
        long incidents = counts.values().stream().mapToLong(Long::longValue).sum();
        if (incidents == 0) {
            return Optional.empty();
        }
        long up = counts.tailMap(1).values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(new Escalations(
                incidents,
                counts.entrySet().stream()
                        .filter(e -> e.getValue() > 0)
                        .map(e -> new Level(e.getKey(), e.getValue()))
                        .toList(),
                (double) up / incidents));
    }

    /** How many incidents went up exactly that far. */
    public record Level(int levels, long incidents) {}
}
