package dev.understudy.independence;

import dev.understudy.independence.VerdictRule.Ruling;
import dev.understudy.wording.Words;

/** Says in one sentence why a verdict is what it is. */
final class Because {
    private final Sample sample;
    private final Ruling ruling;

    Because(Sample sample, Ruling ruling) {
        this.sample = sample;
        this.ruling = ruling;
    }

    String sentence() {
        return switch (ruling.verdict()) {
            case INDEPENDENT ->
                service() + " works without " + who() + " in " + classes() + ": " + passed()
                        + ", and every condition holds.";
            case DEPENDENT ->
                new DependentConditions(sample).seenToWorkWith()
                        ? service() + " works with " + who() + " and not without: " + passed() + " without."
                        : service() + " does not work without " + who()
                                + ", and was rescued by a hint or by breaking glass: " + passed() + ".";
            case INSUFFICIENT -> open();
        };
    }

    private String open() {
        DependentConditions dependent = new DependentConditions(sample);
        Condition aborted = new AbortedShare(sample).of(Verdict.INSUFFICIENT);
        if (!aborted.holds()) {
            return "Too many drills without " + who() + " were aborted to tell: "
                    + aborted.clause().found() + ".";
        }
        if (sample.counted().isEmpty()) {
            return "No drill of " + service() + " without " + who() + " has counted yet.";
        }
        if (dependent.failsWithout().holds()) {
            return "Fails with or without " + who() + (dependent.failedWith() ? "" : ", as far as is known") + ": "
                    + passed() + " without, and none shows that " + who() + " makes the difference.";
        }
        return stale() ? "Stale: " + passed() + ", but not lately enough." : "Nobody can tell yet: " + passed() + ".";
    }

    /** Nothing but freshness is missing. */
    private boolean stale() {
        IndependentConditions independent = new IndependentConditions(sample);
        long unmet = independent.all().stream().filter(c -> !c.holds()).count();
        return unmet == independent.fresh().stream().filter(c -> !c.holds()).count();
    }

    private String passed() {
        SuccessPosterior posterior = sample.posterior();
        return (long) posterior.passes() + " of " + Words.count((long) posterior.drills(), "drill") + " passed";
    }

    /** Of a class that was never passed nothing was shown. */
    private String classes() {
        return Words.listed(sample.counted().stream()
                .filter(d -> d.outcome().passed())
                .map(DrillResult::incidentClass)
                .distinct()
                .sorted()
                .toList());
    }

    private String service() {
        return sample.unit().service();
    }

    private String who() {
        return sample.unit().who();
    }
}
