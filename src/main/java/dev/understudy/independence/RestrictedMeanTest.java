package dev.understudy.independence;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether it takes longer without a responder than with: the difference of restricted means, and the exact one-sided
 * permutation p of it (Fisher 1935): the share of all ways to deal the drills out into two groups of these sizes that
 * differ at least as much. Chosen over the usual test because that one is too bold with few drills (Ditzhaus, Yu and Xu
 * 2021), over the log-rank test because curves may cross, and over Cox's model because it needs more drills.
 *
 * <p>Only drills of one scenario may be compared: between scenarios the difficulty differs, too.
 *
 * @param limit up to which means are taken: the scenario's time limit, or as far as both curves are known
 * @param with how many drills with
 * @param without how many without
 * @param meanWith restricted mean with
 * @param meanWithout restricted mean without
 * @param p share of all splits that differ at least as much; null when there are more than {@value #MOST_SPLITS}
 * @param smallest smallest p that these sizes could have given
 */
public record RestrictedMeanTest(
        Duration limit,
        int with,
        int without,
        Duration meanWith,
        Duration meanWithout,
        @Nullable Double p,
        double smallest) {
    /** More ways to split than this are not tried: 20 drills, half of them with, are the most. */
    public static final int MOST_SPLITS = 200_000;

    /**
     * Compares times.
     *
     * @param with at least one
     * @param without at least one
     * @param horizon the scenario's time limit
     */
    public static RestrictedMeanTest of(List<Timed> with, List<Timed> without, Duration horizon) {
        SurvivalCurve curveWith = SurvivalCurve.of(with);
        SurvivalCurve curveWithout = SurvivalCurve.of(without);
        Duration limit = curveWith.known(curveWithout.known(horizon));
        double splits = new Splits(with.size() + without.size(), with.size()).count();
        return new RestrictedMeanTest(
                limit,
                with.size(),
                without.size(),
                curveWith.restrictedMean(limit),
                curveWithout.restrictedMean(limit),
                splits > MOST_SPLITS ? null : new MeanSplits(with, without, horizon).share(),
                1 / splits);
    }

    /** Returns by how much longer it took without; negative when it was quicker. */
    public Duration difference() {
        return meanWithout.minus(meanWith);
    }
}
