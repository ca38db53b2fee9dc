package dev.understudy.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param to the first moment after it; later than {@code from}
 */
public record Window(Instant from, Instant to) {
    public Window {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a window ends after it begins: " + from + " to " + to);
        }
    }

    /** Returns the window between two moments; empty when the second is not later than the first. */
    public static Optional<Window> between(Instant from, Instant to) {
        return to.isAfter(from) ? Optional.of(new Window(from, to)) : Optional.empty();
    }

    /** Tells whether this moment is in it. */
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** Tells whether the two have a moment in common. */
    boolean meets(Window other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
