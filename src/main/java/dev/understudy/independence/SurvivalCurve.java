package dev.understudy.independence;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Share that has not happened yet, by time.
 *
 * @param steps one for each distinct time, shortest first, those of censored times included
 * @param subjects how many times it is made from
 * @param median first time at which at most half is left; null when that was never reached
 */
public record SurvivalCurve(
        List<Step> steps, int subjects, @Nullable Duration median) {
    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /**
     * What is left at and after one time, until the next.
     *
     * @param atRisk how many had neither happened nor been censored before
     * @param happened how many happened then
     * @param censored how many were censored then, after those that happened
     * @param left share that has not happened yet, after this time
     * @param variance of that share
     */
    public record Step(Duration at, int atRisk, int happened, int censored, double left, double variance) {}
}
