package dev.understudy.independence;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every way to deal drills out into two groups, and how far their restricted means are apart. */
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
        this.observed = SurvivalCurve.of(without)
                .restrictedMean(limit)
                .minus(SurvivalCurve.of(with).restrictedMean(limit))
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
        double difference = mean(chosen, false) - mean(chosen, true);
        // Means of curves are rounded to whole nanoseconds, each by at most half of one.
        if (difference >= observed - 1 - ROUNDING * limit) {
            asFar++;
        }
    }

    /** The area under the product-limit curve of one group; times are in order, those that happened before censored ones. */
    private double mean(boolean[] chosen, boolean group) {
        int atRisk = group ? with : times.length - with;
        double area = 0;
        double left = 1;
        double from = 0;
        for (int i = 0; i < times.length; i++) {
            if (chosen[i] == group) {
                double to = Math.min(times[i], limit);
                area += left * (to - from);
                from = to;
                left *= happened[i] ? 1 - 1.0 / atRisk : 1;
                atRisk--;
            }
        }
        return area + left * (limit - from);
    }
}
