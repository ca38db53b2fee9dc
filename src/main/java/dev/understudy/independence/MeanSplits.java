package dev.understudy.independence;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every way to deal drills out into two groups, and how far their restricted means are apart. For each way means are taken
 * up to where its own two curves are known: a limit fixed by the groups that happened to be would favour them.
 */
final class MeanSplits {
    /** Equal differences must not be told apart by rounding. */
    private static final double ROUNDING = 1e-9;

    private final double[] times;
    private final boolean[] happened;
    private final int with;
    private final double limit;
    private final double observed;
    private int asFar;

    MeanSplits(List<Timed> with, List<Timed> without, Duration limit) {
        List<Timed> all = Stream.concat(with.stream(), without.stream())
                .sorted(Comparator.comparing(Timed::took).thenComparing(t -> !t.happened()))
                .toList();
        this.times = all.stream().mapToDouble(t -> t.took().toNanos()).toArray();
        this.happened = new boolean[all.size()];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = all.get(i).happened();
        }
        this.with = with.size();
        this.limit = limit.toNanos();
        SurvivalCurve curveWith = SurvivalCurve.of(with);
        SurvivalCurve curveWithout = SurvivalCurve.of(without);
        Duration known = curveWith.known(curveWithout.known(limit));
        this.observed = curveWithout
                .restrictedMean(known)
                .minus(curveWith.restrictedMean(known))
                .toNanos();
    }

    /** Returns the share of all ways that differ at least as much as what was seen. */
    double share() {
        Splits splits = new Splits(times.length, with);
        asFar = 0;
        splits.each(this::compare);
        return asFar / splits.count();
    }

    private void compare(int[] with) {
        boolean[] chosen = new boolean[times.length];
        for (int i : with) {
            chosen[i] = true;
        }
        double known = Math.min(known(chosen, false), known(chosen, true));
        double difference = mean(chosen, false, known) - mean(chosen, true, known);
        // Means of curves are rounded to whole nanoseconds, each by at most half of one.
        if (difference >= observed - 1 - ROUNDING * limit) {
            asFar++;
        }
    }

    /** How far the curve of one group is known. */
    private double known(boolean[] chosen, boolean group) {
        int last = times.length - 1;
        while (chosen[last] != group) {
            last--;
        }
        return happened[last] ? limit : Math.min(times[last], limit);
    }

    /** The area under the product-limit curve of one group; times are in order, those that happened before censored ones. */
    private double mean(boolean[] chosen, boolean group, double known) {
        int atRisk = group ? with : times.length - with;
        double area = 0;
        double left = 1;
        double from = 0;
        for (int i = 0; i < times.length; i++) {
            if (chosen[i] == group) {
                double to = Math.min(times[i], known);
                area += left * (to - from);
                from = to;
                left *= happened[i] ? 1 - 1.0 / atRisk : 1;
                atRisk--;
            }
        }
        return area + left * Math.max(0, known - from);
    }
}
