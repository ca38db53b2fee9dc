package dev.understudy.independence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Share that has not happened yet, by time: the product-limit estimate of Kaplan and Meier, "Nonparametric Estimation
 * from Incomplete Observations" (1958), {@code S(t) = product over t_i <= t of (1 - happened_i / atRisk_i)}. Chosen because
 * drills that were stopped count for as long as they ran: leaving them out, or taking their length for a time to recover,
 * would make a team look quicker than it is.
 *
 * @param steps one for each distinct time, shortest first, those of censored times included; at least one
 * @param subjects how many times it is made from
 * @param median first time at which at most half is left; null when that was never reached
 */
public record SurvivalCurve(
        List<Step> steps, int subjects, @Nullable Duration median) {
    /** Products of fractions may miss a half by a hair. */
    private static final double HALF = 0.5 + 1e-12;
    /** And a zero likewise. */
    private static final double NOBODY = 1e-12;

    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /**
     * Estimates the curve.
     *
     * @param times at least one
     */
    public static SurvivalCurve of(List<Timed> times) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("no times, no curve");
        }
        TreeMap<Duration, List<Timed>> byTime =
                times.stream().collect(Collectors.groupingBy(Timed::took, TreeMap::new, Collectors.toList()));
        List<Step> steps = new ArrayList<>();
        Step last = new Step(Duration.ZERO, times.size(), 0, 0, 1, 0);
        double hazard = 0;
        for (var at : byTime.entrySet()) {
            int happened = (int) at.getValue().stream().filter(Timed::happened).count();
            int atRisk = last.atRisk() - last.happened() - last.censored();
            double left = last.left() * (1 - (double) happened / atRisk);
            hazard += happened == 0 || happened == atRisk ? 0 : happened / ((double) atRisk * (atRisk - happened));
            int censored = at.getValue().size() - happened;
            last = new Step(at.getKey(), atRisk, happened, censored, left, left * left * hazard);
            steps.add(last);
        }
        return new SurvivalCurve(steps, times.size(), median(steps));
    }

    private static @Nullable Duration median(List<Step> steps) {
        return steps.stream()
                .filter(s -> s.left() <= HALF)
                .findFirst()
                .map(Step::at)
                .orElse(null);
    }

    /**
     * Returns how far the curve is known, at most this limit: where the longest time is censored nobody was watched any
     * longer, and to draw on from there would be to make it up.
     */
    public Duration known(Duration limit) {
        Step last = steps.getLast();
        return last.left() > NOBODY && last.at().compareTo(limit) < 0 ? last.at() : limit;
    }

    /** Returns the share that has not happened by a time; beyond the longest time it stays as it was there. */
    public double left(Duration time) {
        double left = 1;
        for (Step step : steps) {
            if (step.at().compareTo(time) > 0) {
                return left;
            }
            left = step.left();
        }
        return left;
    }

    /** Returns the share that has happened within an objective. */
    public double within(Duration objective) {
        return 1 - left(objective);
    }

    /**
     * Returns the mean of the times when nobody waits longer than a limit: the area under the curve up to it (Irwin 1949;
     * Royston and Parmar 2013). Chosen over the plain mean, which a single long drill decides and which stopped drills
     * have none of. Beyond {@link #known} nobody knows the curve: a limit should not lie there.
     */
    public Duration restrictedMean(Duration limit) {
        double area = 0;
        double left = 1;
        long from = 0;
        for (Step step : steps) {
            long to = Math.min(step.at().toNanos(), limit.toNanos());
            area += left * (to - from);
            from = to;
            left = step.left();
        }
        return Duration.ofNanos(Math.round(area + left * Math.max(0, limit.toNanos() - from)));
    }

    /**
     * What is left at and after one time, until the next.
     *
     * @param atRisk how many had neither happened nor been censored before
     * @param happened how many happened then
     * @param censored how many were censored then, after those that happened
     * @param left share that has not happened yet, after this time
     * @param variance of that share, after Greenwood (1926): {@code S^2 sum of d/(r(r - d))}
     */
    public record Step(Duration at, int atRisk, int happened, int censored, double left, double variance) {}
}
