package dev.understudy.independence;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What is known about a chance of success after some drills: {@code p ~ Beta(k + 1/2, n - k + 1/2)}, the posterior of
 * Jeffreys' prior (1946). Brown, Cai and DasGupta, "Interval Estimation for a Binomial Proportion" (2001), recommend it
 * for few trials; it is chosen over Wilson's interval, which says nearly the same, because it also answers how probable
 * it is that the chance is high enough, and because it takes weighted counts.
 *
 * @param passes how many were passed; may be a fraction; from 0 to {@code drills}
 * @param drills how many there were; may be a fraction
 */
public record SuccessPosterior(double passes, double drills) {
    private static final double PRIOR = 0.5;
    private static final double TAIL = 0.05;
    /** More passes than anybody will ever run. */
    private static final int MOST = 1 << 30;

    public SuccessPosterior {
        if (!(passes >= 0) || !(passes <= drills) || Double.isInfinite(drills)) {
            throw new IllegalArgumentException("not " + passes + " passes of " + drills + " drills");
        }
    }

    /**
     * Returns the 90 % equal-tailed interval. By the usual convention it begins at 0 without any pass and ends at 1
     * without any fail, where the tail would leave out the very value that was seen.
     */
    public Interval interval() {
        BetaDistribution beta = beta();
        double low = passes == 0 ? 0 : beta.inverseCumulativeProbability(TAIL);
        double high = passes == drills ? 1 : beta.inverseSurvivalProbability(TAIL);
        return new Interval(low, high);
    }

    /** Returns the probability that the chance of success is at least this, which lies between 0 and 1. */
    public double atLeast(double chance) {
        return beta().survivalProbability(chance);
    }

    /** Returns the density at a chance, for drawing; infinite at 0 without a pass and at 1 without a fail. */
    public double density(double chance) {
        return beta().density(chance);
    }

    /**
     * Returns how many passes in a row would be enough: both drills in all and probability of a chance of success. Each
     * pass raises the probability, so the smallest number is found by halving.
     */
    public int needed(Thresholds thresholds) {
        int enough = 1;
        while (enough < MOST && !after(enough).suffices(thresholds)) {
            enough *= 2;
        }
        int tooFew = suffices(thresholds) ? -1 : 0;
        enough = tooFew < 0 ? 0 : enough;
        while (enough - tooFew > 1) {
            int middle = tooFew + (enough - tooFew) / 2;
            if (after(middle).suffices(thresholds)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    /** Tells whether the numbers alone allow {@link Verdict#INDEPENDENT}. */
    boolean suffices(Thresholds thresholds) {
        return drills >= thresholds.minimum() && atLeast(thresholds.success()) >= thresholds.confidence();
    }

    private SuccessPosterior after(int more) {
        return new SuccessPosterior(passes + more, drills + more);
    }

    private BetaDistribution beta() {
        return BetaDistribution.of(passes + PRIOR, drills - passes + PRIOR);
    }
}
