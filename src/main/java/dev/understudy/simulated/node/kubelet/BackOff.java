package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.node.Pace;
import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before the next attempt at something that keeps failing: twice as long each time. Ten minutes
 * without a failure begin the series anew. Lengths are those of a real cluster; only {@link #until} knows the pace.
 *
 * @param first length of the first wait
 * @param longest length that no wait exceeds
 * @param length length of the present wait, zero before the first failure
 * @param updated when the present wait was set
 */
record BackOff(Duration first, Duration longest, Duration length, Instant updated) {
    /** From 10 s to 5 min, for crashed containers and for images. */
    static final BackOff NONE = of(Duration.ofSeconds(10), Duration.ofMinutes(5));

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    static BackOff of(Duration first, Duration longest) {
        return new BackOff(first, longest, Duration.ZERO, Instant.EPOCH);
    }

    /** Tells whether a failure at this moment has to wait at all. */
    boolean holds(Instant failure, Pace pace) {
        return !length.isZero() && !isForgotten(failure, pace);
    }

    /** Returns when a failure at this moment has waited long enough. */
    Instant until(Instant failure, Pace pace) {
        return failure.plus(pace.round(length));
    }

    /** Returns the wait for the failure after this one. */
    BackOff next(Instant failure, Instant now, Pace pace) {
        boolean anew = length.isZero() || isForgotten(failure, pace);
        Duration doubled = length.multipliedBy(2);
        Duration capped = doubled.compareTo(longest) > 0 ? longest : doubled;
        return new BackOff(first, longest, anew ? first : capped, now);
    }

    private boolean isForgotten(Instant failure, Pace pace) {
        return failure.isAfter(updated.plus(pace.round(FORGOTTEN_AFTER)));
    }

    /** Returns the length as kubelets print it: {@code 10s}, {@code 1m20s}, {@code 5m0s}. */
    String text() {
        long seconds = length.toSeconds();
        return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + seconds % 60 + "s";
    }
}
