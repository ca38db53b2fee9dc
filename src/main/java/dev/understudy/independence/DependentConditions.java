package dev.understudy.independence;

import dev.understudy.drill.Outcome;
import dev.understudy.wording.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to hold for {@link Verdict#DEPENDENT}, in the rule's order. */
final class DependentConditions {
    private final Sample sample;
    private final Thresholds thresholds;

    DependentConditions(Sample sample) {
        this.sample = sample;
        this.thresholds = sample.scope().thresholds();
    }

    List<Condition> all() {
        return List.of(failsWithout(), worksWith(), new AbortedShare(sample).of(Verdict.DEPENDENT));
    }

    Condition failsWithout() {
        SuccessPosterior posterior = sample.posterior();
        double atLeast = posterior.atLeast(thresholds.success());
        boolean unlikely = posterior.drills() >= thresholds.minimumDependent() && atLeast <= thresholds.doubt();
        return condition(
                "at least " + Words.count(thresholds.minimumDependent(), "valid drill") + " and P(p >= "
                        + Words.figure(thresholds.success()) + ") <= " + Words.figure(thresholds.doubt())
                        + ", or the latest two failed",
                Words.count(sample.counted().size(), "drill") + ", P = " + Words.figure(atLeast) + "; the latest: "
                        + latestTwo(),
                unlikely || latestTwoFailed());
    }

    private boolean latestTwoFailed() {
        List<DrillResult> two = latest();
        return two.size() == 2 && two.stream().noneMatch(d -> d.outcome().passed());
    }

    private String latestTwo() {
        List<DrillResult> two = latest();
        return two.isEmpty()
                ? "none"
                : Words.listed(two.stream().map(d -> d.outcome().word()).toList());
    }

    private List<DrillResult> latest() {
        List<DrillResult> counted = sample.counted();
        return counted.subList(Math.max(0, counted.size() - 2), counted.size());
    }

    private Condition worksWith() {
        Optional<DrillResult> rescued = sample.counted().stream()
                .filter(d -> d.outcome() == Outcome.RESCUED)
                .findFirst();
        String who = sample.unit().who();
        Optional<DrillResult> shown = rescued.isPresent() ? rescued : succeededWith();
        return condition(
                "a rescued drill, or a success with " + who + ", in a class that failed without",
                shown.map(Naming::drill).orElse(failedWith() ? "none; it failed with " + who + " too" : "none"),
                shown.isPresent());
    }

    /** Tells whether it was seen to work with these people: a strong hint is a rescue too, and shows nothing about them. */
    boolean seenToWorkWith() {
        return succeededWith().isPresent()
                || sample.counted().stream()
                        .filter(d -> d.outcome() == Outcome.RESCUED)
                        .anyMatch(d -> sample.unit().names().stream().anyMatch(d.rescuers()::contains));
    }

    /** One that people recovered: what heals by itself says nothing about who was there. */
    private Optional<DrillResult> succeededWith() {
        Set<String> failed = failedClasses();
        return sample.helped().stream()
                .filter(d -> d.outcome() == Outcome.RECOVERED)
                .filter(d -> failed.contains(d.incidentClass()))
                .findFirst();
    }

    boolean failedWith() {
        Set<String> failed = failedClasses();
        return sample.helped().stream().anyMatch(d -> !d.outcome().passed() && failed.contains(d.incidentClass()));
    }

    private Set<String> failedClasses() {
        return sample.counted().stream()
                .filter(d -> !d.outcome().passed())
                .map(DrillResult::incidentClass)
                .collect(Collectors.toSet());
    }

    private static Condition condition(String asks, String found, boolean holds) {
        return new Condition(new Clause(Verdict.DEPENDENT, asks, found, holds), "");
    }
}
