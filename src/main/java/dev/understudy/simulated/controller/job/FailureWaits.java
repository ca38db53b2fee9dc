package dev.understudy.simulated.controller.job;

import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.reconcile.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long a Job waits after pods have failed before it starts the next: ten seconds, then twice as long after each
 * further failure, up to ten minutes, at the cluster's pace. A success ends the series.
 */
final class FailureWaits {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 6;

    /**
     * A series of failures.
     *
     * @param failures how many since the last success
     * @param last when the last one was seen
     */
    record Series(int failures, Instant last) {
        private static final Series NONE = new Series(0, Instant.EPOCH);
    }

    private final Pace pace;
    private final Map<Key, Series> series = new HashMap<>();

    FailureWaits(Pace pace) {
        this.pace = pace;
    }

    /** Returns the series with what was seen now. */
    Series with(Key job, int succeeded, int failed, Instant now) {
        Series known = series.getOrDefault(job, Series.NONE);
        if (failed == 0) {
            return succeeded > 0 ? Series.NONE : known;
        }
        return new Series((succeeded > 0 ? 0 : known.failures()) + failed, now);
    }

    /** Keeps a series, once what it counts is written down. */
    void keep(Key job, Series seen) {
        series.put(job, seen);
    }

    void forget(Key job) {
        series.remove(job);
    }

    /** Returns until when no pod may be started, empty when one may be now. */
    Optional<Instant> until(Series seen, Instant now) {
        if (seen.failures() == 0) {
            return Optional.empty();
        }
        Duration length = FIRST.multipliedBy(1L << Math.min(seen.failures() - 1, MOST_DOUBLINGS));
        Duration capped = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        return Optional.of(seen.last().plus(pace.round(capped))).filter(now::isBefore);
    }
}
