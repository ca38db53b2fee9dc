package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.drill.Outcome;
import dev.understudy.roster.Specialty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    @Test
    void says_what_is_missing_in_words() {
        List<DrillResult> drills = List.of(pass("d1", 40), pass("d2", 30), pass("d3", 20), pass("d4", 10));

        Judgement judgement = judged(drills, "bad-deploy", "lost-node");

        assertThat(judgement.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(judgement.lacks()).isEqualTo("2 more passes in a row, a second lead, and a drill of lost-node");
        assertThat(judgement.because()).isEqualTo("Nobody can tell yet: 4 of 4 drills passed.");
        assertThat(judgement.sum().needed()).isEqualTo(2);
    }

    @Test
    void without_any_drill_it_asks_for_six_passes() {
        Judgement judgement = judged(List.of());

        assertThat(judgement.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(judgement.lacks()).isEqualTo("6 passes in a row");
        assertThat(judgement.because()).isEqualTo("No drill of checkout without ana has counted yet.");
        assertThat(judgement.sum())
                .isEqualTo(new Estimate(0, 0, 0, 1, judgement.sum().atLeast(), 6));
    }

    @Test
    void judges_each_class_by_its_own_drills_alone() {
        List<DrillResult> drills = List.of(
                pass("d1", 40),
                ADrill.that("n1", Outcome.RESCUED).of("lost-node").daysAgo(30).result(),
                ADrill.that("n2", Outcome.NOT_RECOVERED)
                        .of("lost-node")
                        .daysAgo(20)
                        .result());

        assertThat(judged(drills, "network", "bad-deploy").classes())
                .extracting(
                        ClassTally::incidentClass,
                        ClassTally::required,
                        ClassTally::verdict,
                        c -> c.estimate().passes() + "/" + c.estimate().drills(),
                        ClassTally::fresh,
                        ClassTally::missing)
                .containsExactly(
                        tuple(
                                "network",
                                true,
                                Verdict.INSUFFICIENT,
                                "0/0",
                                false,
                                "6 passes in a row and a drill of network"),
                        tuple(
                                "bad-deploy",
                                true,
                                Verdict.INSUFFICIENT,
                                "1/1",
                                true,
                                "5 more passes in a row and a second lead"),
                        tuple(
                                "lost-node",
                                false,
                                Verdict.DEPENDENT,
                                "0/2",
                                false,
                                "15 more passes in a row and a pass of lost-node"));
    }

    @Test
    void the_trend_is_the_rule_after_each_drill_in_turn() {
        List<DrillResult> drills = new ArrayList<>(IntStream.range(0, 6)
                .mapToObj(i -> ADrill.that("d" + i, Outcome.SELF_HEALED)
                        .daysAgo(100 - 10 * i)
                        .result())
                .toList());
        drills.add(ADrill.that("stopped", Outcome.ABORTED).daysAgo(20).result());
        drills.add(ADrill.that("late", Outcome.RECOVERED_LATE).daysAgo(10).result());

        Judgement judgement = judged(drills);

        assertThat(judgement.trend())
                .extracting(TrendPoint::drill, TrendPoint::counted, TrendPoint::verdict)
                .containsExactly(
                        tuple("d0", true, Verdict.INSUFFICIENT),
                        tuple("d1", true, Verdict.INSUFFICIENT),
                        tuple("d2", true, Verdict.INSUFFICIENT),
                        tuple("d3", true, Verdict.INSUFFICIENT),
                        tuple("d4", true, Verdict.INSUFFICIENT),
                        tuple("d5", true, Verdict.INDEPENDENT),
                        tuple("stopped", false, Verdict.INDEPENDENT),
                        tuple("late", true, Verdict.INSUFFICIENT));
        assertThat(judgement.trend().getLast().verdict()).isEqualTo(judgement.verdict());
    }

    @Test
    void the_trend_judges_the_past_by_what_was_fresh_then() {
        List<DrillResult> drills = IntStream.range(0, 6)
                .mapToObj(i -> ADrill.that("d" + i, Outcome.SELF_HEALED)
                        .daysAgo(300 - i)
                        .result())
                .toList();

        Judgement judgement = judged(drills);

        assertThat(judgement.trend().getLast().verdict()).isEqualTo(Verdict.INDEPENDENT);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void the_trend_knows_no_debrief_before_it_was_held() {
        List<DrillResult> drills = new ArrayList<>(IntStream.range(0, 5)
                .mapToObj(i -> ADrill.that("d" + i, Outcome.SELF_HEALED)
                        .daysAgo(100 - 10 * i)
                        .result())
                .toList());
        ADrill asked = ADrill.that("d5", Outcome.SELF_HEALED).daysAgo(50).action("alert on the queue", true, false);
        drills.add(ADrill.that("d5", Outcome.SELF_HEALED)
                .daysAgo(50)
                .action("alert on the queue", true, true)
                .debriefed(15, asked)
                .result());
        drills.add(ADrill.that("d6", Outcome.SELF_HEALED).daysAgo(20).result());

        assertThat(judged(drills).trend())
                .extracting(TrendPoint::drill, TrendPoint::verdict)
                .endsWith(tuple("d5", Verdict.INSUFFICIENT), tuple("d6", Verdict.INDEPENDENT));
    }

    @Test
    void an_accepted_specialty_is_shown_and_changes_no_verdict() {
        List<DrillResult> drills = List.of(pass("d1", 10));
        Specialty standing = specialty("ana", LocalDate.of(2026, 11, 22));
        Specialty over = specialty("ana", LocalDate.of(2026, 11, 21));
        Specialty other = specialty("bo", LocalDate.of(2027, 1, 1));

        Judgement judgement =
                new Judge(Some.sample(drills), List.of(standing, over, other), new TreeMap<>()).judgement();

        assertThat(judgement.accepted()).containsExactly(standing);
        assertThat(judgement.expired()).containsExactly(over);
        assertThat(judgement.verdict()).isEqualTo(judged(drills).verdict());
        assertThat(judgement.proof()).isEqualTo(judged(drills).proof());
    }

    @Test
    void weights_by_freshness_stand_beside_the_raw_counts() {
        Judgement judgement = judged(List.of(
                pass("d1", 180),
                ADrill.that("d2", Outcome.RECOVERED_LATE).daysAgo(360).result()));

        assertThat(judgement.weightedPasses()).isCloseTo(0.5, within(1e-9));
        assertThat(judgement.weightedDrills()).isCloseTo(0.75, within(1e-9));
        assertThat(judgement.sum().drills()).isEqualTo(2);
    }

    @Test
    void the_proof_reads_like_one() {
        Judgement judgement = judged(
                List.of(
                        pass("d1", 40),
                        pass("d2", 30),
                        ADrill.that("d3", Outcome.RESCUED).daysAgo(20).result(),
                        ADrill.that("d4", Outcome.ABORTED).daysAgo(10).result()),
                "bad-deploy");

        assertThat(judgement.proof().stream()
                        .map(c -> (c.holds() ? "+ " : "- ") + c.of().word() + ": " + c.asks() + " | " + c.found()))
                .containsExactly(
                        "- independent: P(p >= 0.7000) >= 0.9500 | 0.4157 from 2 passes of 3 drills",
                        "- independent: at least 5 valid drills in 540 days | 3",
                        "+ independent: a pass of bad-deploy since 2026-05-26 (180 days)"
                                + " | the latest on 2026-10-23, 30 days before",
                        "- independent: the latest valid drill passed | drill d3 of bad-deploy on 2026-11-02: rescued",
                        "- independent: 2 distinct leads, if people recovered any | 1: bo",
                        "+ independent: no blocking action is open | none",
                        "+ independent: at most 0.3333 of the drills aborted | 1 of 4 (0.2500)",
                        "- dependent: at least 3 valid drills and P(p >= 0.7000) <= 0.2000, or the latest two failed"
                                + " | 3 drills, P = 0.4157; the latest: recovered and rescued",
                        "+ dependent: a rescued drill, or a success with ana, in a class that failed without"
                                + " | drill d3 of bad-deploy on 2026-11-02: rescued",
                        "+ dependent: at most 0.3333 of the drills aborted | 1 of 4 (0.2500)");
    }

    private static Judgement judged(List<DrillResult> drills, String... required) {
        return new Judge(Some.sample(drills, required), List.of(), new TreeMap<>()).judgement();
    }

    private static DrillResult pass(String name, int daysAgo) {
        return ADrill.that(name, Outcome.RECOVERED).daysAgo(daysAgo).result();
    }

    private static Specialty specialty(String responder, LocalDate until) {
        return new Specialty(responder, null, "di", "the vendor trains one person", until);
    }
}
