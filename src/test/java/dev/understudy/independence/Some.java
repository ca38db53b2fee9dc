package dev.understudy.independence;

import dev.understudy.drill.Outcome;
import dev.understudy.independence.VerdictRule.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Evidence and terms for tests. */
final class Some {
    static final Unit WITHOUT_ANA = new Unit("checkout", Set.of("ana"));
    static final Scope NOW = new Scope(Thresholds.DEFAULT, ADrill.NOW, false, Set.of(), null);

    private Some() {}

    static Sample sample(List<DrillResult> drills, String... required) {
        return Sample.of(WITHOUT_ANA, NOW, List.of(required), drills);
    }

    static Thresholds thresholds(double success, double confidence, int minimum) {
        Thresholds usual = Thresholds.DEFAULT;
        return new Thresholds(
                success,
                confidence,
                minimum,
                usual.doubt(),
                usual.minimumDependent(),
                usual.leads(),
                usual.fresh(),
                usual.window(),
                usual.abortedShare(),
                usual.halfLife());
    }

    static Ruling judged(List<DrillResult> drills, String... required) {
        return VerdictRule.apply(Some.sample(drills, required));
    }

    static List<Clause> clauses(Ruling ruling, Verdict of) {
        return ruling.proof().stream().filter(c -> c.of() == of).toList();
    }

    static List<String> unmet(Ruling ruling) {
        return clauses(ruling, Verdict.INDEPENDENT).stream()
                .filter(c -> !c.holds())
                .map(c -> c.asks() + ": " + c.found())
                .toList();
    }

    static ADrill pass(String name) {
        return ADrill.that(name, Outcome.RECOVERED);
    }

    static List<DrillResult> sixPasses() {
        return passes(6);
    }

    /** The first led by bo, the others by cy, ten days ago and before. */
    static List<DrillResult> passes(int count) {
        List<DrillResult> drills = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drills.add(pass("d" + i).led(i == 0 ? "bo" : "cy").daysAgo(10 + i).result());
        }
        return drills;
    }

    static List<DrillResult> fails(int count) {
        List<DrillResult> drills = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drills.add(
                    ADrill.that("f" + i, Outcome.NOT_RECOVERED).daysAgo(30 + i).result());
        }
        return drills;
    }

    static List<DrillResult> threeFails() {
        List<DrillResult> drills = fails(2);
        drills.add(ADrill.that("rescue", Outcome.RESCUED).daysAgo(60).result());
        return drills;
    }

    static void aborted(List<DrillResult> drills, int count) {
        for (int i = 0; i < count; i++) {
            drills.add(ADrill.that("a" + i, Outcome.ABORTED).daysAgo(20 + i).result());
        }
    }
}
