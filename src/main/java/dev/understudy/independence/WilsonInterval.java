package dev.understudy.independence;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Where a share lies: the score interval of Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference" (1927), at 90 %, two-sided. Chosen for shares of people because it never leaves 0 to 1 and is honest about
 * few incidents, where the usual plus-minus is not.
 */
public final class WilsonInterval {
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.05);

    private WilsonInterval() {}

    /**
     * Returns {@code (k + z^2/2)/(n + z^2) -+ z/(n + z^2) sqrt(k(n - k)/n + z^2/4)}.
     *
     * @param count from 0 to {@code total}
     * @param total at least 1
     */
    public static Interval of(long count, long total) {
        if (count < 0 || count > total || total < 1) {
            throw new IllegalArgumentException("not " + count + " of " + total);
        }
        double n = total + Z * Z;
        double centre = (count + Z * Z / 2) / n;
        double half = Z / n * Math.sqrt((double) count * (total - count) / total + Z * Z / 4);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
