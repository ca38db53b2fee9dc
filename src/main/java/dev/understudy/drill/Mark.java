package dev.understudy.drill;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A moment that a clock stops at.
 *
 * @param at offset on the drill's monotonic clock
 * @param error how much earlier it may have been, by the probe or watch that decided it; null when the source
 *     gives a grade instead
 * @param grade how good the evidence is; null for what we measured ourselves
 */
public record Mark(
        Duration at, @Nullable Duration error, @Nullable Grade grade) {
    /** Measured by us. */
    public static Mark measured(Duration at, Duration error) {
        return new Mark(at, error, null);
    }

    /** Told by somebody. */
    public static Mark told(Duration at, Grade grade) {
        return new Mark(at, null, grade);
    }
}
