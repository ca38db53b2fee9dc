package dev.understudy.independence;

import org.jspecify.annotations.Nullable;

/**
 * What some drills say about the chance of success.
 *
 * @param passes how many were passed
 * @param drills how many counted
 * @param low lower end of the 90 % equal-tailed Jeffreys interval
 * @param high upper end
 * @param atLeast probability that the chance is at least what is asked for
 * @param needed passes in a row that would make that probability high enough and the drills enough; 0 when they do
 */
public record Estimate(int passes, int drills, double low, double high, double atLeast, int needed) {
    static Estimate of(SuccessPosterior posterior, Thresholds thresholds) {
        Interval interval = posterior.interval();
        return new Estimate(
                (int) posterior.passes(),
                (int) posterior.drills(),
                interval.low(),
                interval.high(),
                posterior.atLeast(thresholds.success()),
                posterior.needed(thresholds));
    }

    /** Returns the largest chance of a fail that passes alone leave open ({@link FailureBound}); null after a fail or no drill. */
    public @Nullable Double failuresLeft() {
        return drills > 0 && passes == drills ? FailureBound.after(passes) : null;
    }
}
