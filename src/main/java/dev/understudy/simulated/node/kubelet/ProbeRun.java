package dev.understudy.simulated.node.kubelet;

import java.time.Duration;
import java.time.Instant;

/**
 * Where one probe stands. Between two moments at which its result can change nothing is asked: the kubelet of a thousand
 * steady pods has nothing to do.
 *
 * @param well the result that counts at present
 * @param last what was found last
 * @param times how often that was found in a row
 * @param first when it asked for the first time
 * @param next when it asks next
 * @param watched whether that moment matters: what it finds then differs from the result that counts
 */
record ProbeRun(boolean well, boolean last, int times, Instant first, Instant next, boolean watched) {
    static ProbeRun begin(boolean well, Instant first) {
        return new ProbeRun(well, well, 0, first, first, true);
    }

    /** Counts one finding and moves on to the next moment. */
    ProbeRun count(boolean found, int threshold, Duration period) {
        int row = found == last ? times + 1 : 1;
        boolean counts = row >= threshold;
        return new ProbeRun(counts ? found : well, found, row, first, next.plus(period), true);
    }

    /** Moves on from a probe that could not be made. */
    ProbeRun skip(Duration period) {
        return new ProbeRun(well, well, 1, first, next.plus(period), true);
    }

    /** Returns the run with its next moment moved by whole periods to the first one after {@code from}. */
    ProbeRun after(Instant from, Duration period) {
        long ahead = Math.floorMod(Duration.between(from, next).toNanos(), period.toNanos());
        Instant moved = from.plusNanos(ahead == 0 ? period.toNanos() : ahead);
        return new ProbeRun(well, last, times, first, moved.isBefore(first) ? first : moved, watched);
    }

    ProbeRun watching(boolean whether) {
        return new ProbeRun(well, last, times, first, next, whether);
    }
}
