package dev.understudy.independence;

import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.history.HistoryTally;
import dev.understudy.history.HistoryTally.Family;
import dev.understudy.roster.Criticality;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assessments for tests of what prints them. */
public final class Checked {
    public static final Roster ROSTER = new Roster(
            "shop",
            List.of(),
            List.of(),
            List.of(new ServiceEntry("checkout", "web", Criticality.HIGH, List.of("bad-deploy"))),
            List.of());

    private Checked() {}

    /** Every drill excluded ana and bo; six passed and, each before one of these, six failed. */
    public static Assessment excludedTogether() {
        List<DrillResult> drills = new ArrayList<>(passedTogether());
        for (int i = 0; i < 6; i++) {
            drills.add(ADrill.that("f" + i, Outcome.NOT_RECOVERED)
                    .without("ana", "bo")
                    .daysAgo(11 + 2 * i)
                    .result());
        }
        return Assessor.assess(question(drills, List.of(), null));
    }

    /** The same, but nothing failed. */
    static List<DrillResult> passedTogether() {
        List<DrillResult> drills = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            drills.add(ADrill.that("p" + i, Outcome.SELF_HEALED)
                    .without("ana", "bo")
                    .daysAgo(10 + 2 * i)
                    .result());
        }
        return drills;
    }

    /** Six passes without ana, and before 2026-10-01 a fail and one that asked for something before it may count. */
    public static Assessment sinceOctober() {
        List<DrillResult> drills = new ArrayList<>(Some.sixPasses());
        drills.add(ADrill.that("old-fail", Outcome.NOT_RECOVERED).daysAgo(80).result());
        drills.add(ADrill.that("old-action", Outcome.RECOVERED)
                .daysAgo(90)
                .action("alert on the queue", true, false)
                .result());
        return Assessor.assess(question(drills, List.of(), Instant.parse("2026-10-01T00:00:00Z")));
    }

    /** Six passes of a bad deployment without ana and a fail that is no evidence; caches were lost 40 times, never in a drill. */
    public static Assessment narrowlyDrilled() {
        List<DrillResult> drills = new ArrayList<>(Some.sixPasses());
        drills.add(ADrill.that("odd", Outcome.NOT_RECOVERED)
                .worth(Worth.NONE)
                .daysAgo(5)
                .result());
        return Assessor.assess(question(drills, List.of(new Family("checkout", "cache-loss", 40, ADrill.NOW)), null));
    }

    /** One drill with ana in 6 minutes; without her one in 12, one that was stopped after 14, one that took 45. */
    public static Assessment timed() {
        List<DrillResult> drills = List.of(
                ADrill.that("with", Outcome.RECOVERED).without().took(6, true).result(),
                ADrill.that("quick", Outcome.RECOVERED).took(12, true).result(),
                ADrill.that("stopped", Outcome.ABORTED).took(14, false).result(),
                ADrill.that("slow", Outcome.RECOVERED_LATE)
                        .acknowledged(new Timed(Duration.ofMinutes(9), true))
                        .took(45, true)
                        .result());
        return Assessor.assess(question(drills, List.of(), null));
    }

    static Question question(List<DrillResult> drills, List<Family> families, @Nullable Instant since) {
        Instant from = ADrill.NOW.minus(Duration.ofDays(540));
        HistoryTally history = new HistoryTally(from, ADrill.NOW, 40, families, List.of(), Map.of(), Map.of());
        return new Question(ROSTER, drills, history, Thresholds.DEFAULT, ADrill.NOW, false, null, null, since);
    }
}
