package dev.understudy.report.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time on a stretch of a picture.
 *
 * @param from the earliest moment shown
 * @param to the latest moment shown; after {@code from}
 * @param left where {@code from} lies
 * @param right where {@code to} lies
 */
record TimeAxis(Duration from, Duration to, double left, double right) {
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        900_000,
        1_800_000,
        3_600_000,
        7_200_000,
        10_800_000,
        21_600_000,
        43_200_000,
        86_400_000
    };

    TimeAxis {
        if (to.compareTo(from) <= 0) {
            to = from.plusSeconds(1);
        }
    }

    /** Returns where a moment lies; one outside lies at the edge. */
    double x(Duration at) {
        double share = (double) at.minus(from).toMillis() / to.minus(from).toMillis();
        return left + (right - left) * Math.clamp(share, 0, 1);
    }

    /** Tells whether a moment is shown. */
    boolean shows(Duration at) {
        return at.compareTo(from) >= 0 && at.compareTo(to) <= 0;
    }

    /**
     * Returns round moments, zero among them if it is shown.
     *
     * @param most how many there is room for; more than one
     */
    List<Duration> ticks(int most) {
        long length = to.minus(from).toMillis();
        long step = STEPS[STEPS.length - 1];
        while (length / step > most) {
            step *= 2;
        }
        for (int i = STEPS.length - 1; i >= 0 && length / STEPS[i] <= most; i--) {
            step = STEPS[i];
        }
        List<Duration> all = new ArrayList<>();
        for (long at = Math.ceilDiv(from.toMillis(), step) * step; at <= to.toMillis(); at += step) {
            all.add(Duration.ofMillis(at));
        }
        return all;
    }
}
