package dev.understudy.independence;

import dev.understudy.debrief.ActionItem;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to hold for {@link Verdict#INDEPENDENT}, in the rule's order. */
final class IndependentConditions {
    private final Sample sample;
    private final Thresholds thresholds;
    private final SuccessPosterior posterior;
    private final String passes;

    IndependentConditions(Sample sample) {
        this.sample = sample;
        this.thresholds = sample.scope().thresholds();
        this.posterior = sample.posterior();
        this.passes = passes();
    }

    List<Condition> all() {
        List<Condition> all = new ArrayList<>(List.of(likely(), enough()));
        all.addAll(fresh());
        all.addAll(List.of(latestPassed(), leads(), nothingBlocks(), new AbortedShare(sample).of(Verdict.INDEPENDENT)));
        SetAside.of(sample).ifPresent(all::add);
        return all;
    }

    /** Returns what the team has yet to do, what takes longest first. */
    List<String> missing() {
        List<Condition> open = new ArrayList<>(List.of(likely(), enough(), latestPassed(), leads()));
        open.addAll(fresh());
        open.addAll(List.of(nothingBlocks(), new AbortedShare(sample).of(Verdict.INDEPENDENT)));
        return open.stream()
                .map(Condition::lacks)
                .filter(lacks -> !lacks.isEmpty())
                .distinct()
                .toList();
    }

    private Condition likely() {
        double atLeast = posterior.atLeast(thresholds.success());
        return condition(
                "P(p >= " + Words.figure(thresholds.success()) + ") >= " + Words.figure(thresholds.confidence()),
                Words.figure(atLeast) + " from " + Words.count((long) posterior.passes(), "pass") + " of "
                        + Words.count((long) posterior.drills(), "drill"),
                atLeast >= thresholds.confidence(),
                passes);
    }

    private Condition enough() {
        return condition(
                "at least " + Words.count(thresholds.minimum(), "valid drill") + " in "
                        + Wording.days(thresholds.window()),
                String.valueOf((long) posterior.drills()),
                posterior.drills() >= thresholds.minimum(),
                passes);
    }

    /** Where the roster requires no class, a fresh pass of any: evidence that is stale proves nothing about today. */
    List<Condition> fresh() {
        return sample.required().isEmpty()
                ? List.of(freshPass("any class", "a fresh pass", sample.counted()))
                : sample.required().stream().map(this::freshPass).toList();
    }

    private Condition freshPass(String required) {
        List<DrillResult> drills = sample.counted().stream()
                .filter(d -> d.incidentClass().equals(required))
                .toList();
        boolean passed = drills.stream().anyMatch(d -> d.outcome().passed());
        String lacks = drills.isEmpty() ? "a drill of " : passed ? "a fresh pass of " : "a pass of ";
        return freshPass(required, lacks + required, drills);
    }

    private Condition freshPass(String what, String lacks, List<DrillResult> drills) {
        Instant from = sample.scope().moment().minus(thresholds.fresh());
        Optional<Instant> latest = latestPass(drills);
        return condition(
                "a pass of " + what + " since " + Wording.day(from) + " (" + Wording.days(thresholds.fresh()) + ")",
                latest.map(this::aged).orElse("none"),
                latest.filter(at -> !at.isBefore(from)).isPresent(),
                drills.isEmpty() && sample.required().isEmpty() ? "" : lacks);
    }

    static Optional<Instant> latestPass(List<DrillResult> drills) {
        return drills.stream()
                .filter(d -> d.outcome().passed())
                .map(DrillResult::opened)
                .max(Instant::compareTo);
    }

    private String aged(Instant at) {
        long days = Duration.between(at, sample.scope().moment()).toDays();
        return "the latest on " + Wording.day(at) + ", " + Words.count(days, "day") + " before";
    }

    private Condition latestPassed() {
        Optional<DrillResult> latest = sample.latest();
        return condition(
                "the latest valid drill passed",
                latest.map(Naming::drill).orElse("no valid drill"),
                latest.filter(d -> d.outcome().passed()).isPresent(),
                passes);
    }

    private Condition leads() {
        List<String> leads = sample.leads();
        boolean needed = sample.peopleRecovered();
        String found = leads.isEmpty() ? "none" : leads.size() + ": " + Words.listed(leads);
        return condition(
                Words.count(thresholds.leads(), "distinct lead") + ", if people recovered any",
                needed ? found : "people recovered none, so no lead is needed",
                !needed || leads.size() >= thresholds.leads(),
                Wording.another(leads.size(), thresholds.leads(), "lead"));
    }

    private Condition nothingBlocks() {
        List<String> titles =
                sample.blocking().stream().map(ActionItem::title).distinct().toList();
        String quoted = Words.listed(titles.stream().map(t -> "\"" + t + "\"").toList());
        return condition(
                "no blocking action is open",
                titles.isEmpty() ? "none" : quoted,
                titles.isEmpty(),
                "the end of " + Words.count(titles.size(), "blocking action") + " (" + quoted + ")");
    }

    private String passes() {
        boolean failed = sample.latest().filter(d -> !d.outcome().passed()).isPresent();
        int needed = Math.max(posterior.needed(thresholds), failed ? 1 : 0);
        String more = sample.counted().isEmpty() ? "" : "more ";
        return Words.count(needed, more + "pass") + (needed == 1 ? "" : " in a row");
    }

    private static Condition condition(String asks, String found, boolean holds, String lacks) {
        return new Condition(new Clause(Verdict.INDEPENDENT, asks, found, holds), holds ? "" : lacks);
    }
}
