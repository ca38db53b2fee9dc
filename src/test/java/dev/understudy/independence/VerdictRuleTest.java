package dev.understudy.independence;

import static dev.understudy.independence.Some.aborted;
import static dev.understudy.independence.Some.clauses;
import static dev.understudy.independence.Some.judged;
import static dev.understudy.independence.Some.pass;
import static dev.understudy.independence.Some.passes;
import static dev.understudy.independence.Some.sixPasses;
import static dev.understudy.independence.Some.unmet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.independence.VerdictRule.Ruling;
import dev.understudy.scenario.Participants.HeroRole;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each test flips one condition of evidence that is independent, or dependent, otherwise. */
class VerdictRuleTest {
    @Test
    void six_fresh_passes_under_two_leads_are_independent() {
        Ruling ruling = judged(sixPasses());

        assertThat(ruling.verdict()).isEqualTo(Verdict.INDEPENDENT);
        assertThat(ruling.missing()).isEmpty();
        assertThat(clauses(ruling, Verdict.INDEPENDENT)).allMatch(Clause::holds);
    }

    @Test
    void automation_is_no_lead_whoever_named_it() {
        Scope scope = new Scope(Thresholds.DEFAULT, ADrill.NOW, false, Set.of("bo"), null);

        Ruling ruling = VerdictRule.apply(Sample.of(Some.WITHOUT_ANA, scope, List.of(), sixPasses()));

        assertThat(unmet(ruling)).containsExactly("2 distinct leads, if people recovered any: 1: cy");
    }

    @Test
    void five_passes_are_not_enough() {
        Ruling ruling = judged(sixPasses().subList(0, 5));

        assertThat(ruling.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(ruling.missing()).containsExactly("1 more pass");
        assertThat(unmet(ruling)).containsExactly("P(p >= 0.7000) >= 0.9500: 0.9473 from 5 passes of 5 drills");
    }

    @Test
    void never_independent_with_fewer_than_the_fewest_drills() {
        Thresholds easy = Some.thresholds(0.2, 0.9, 5);
        Scope scope = new Scope(easy, ADrill.NOW, false, Set.of(), null);

        Ruling ruling = VerdictRule.apply(
                Sample.of(Some.WITHOUT_ANA, scope, List.of(), sixPasses().subList(0, 4)));

        assertThat(ruling.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(unmet(ruling)).containsExactly("at least 5 valid drills in 540 days: 4");
        assertThat(ruling.missing()).containsExactly("1 more pass");
    }

    @Test
    void a_required_class_without_a_drill_is_missing() {
        Ruling ruling = judged(sixPasses(), "bad-deploy", "lost-node");

        assertThat(ruling.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(ruling.missing()).containsExactly("a drill of lost-node");
    }

    @Test
    void a_required_class_that_was_only_failed_needs_a_pass() {
        List<DrillResult> drills = passes(12);
        drills.add(ADrill.that("late", Outcome.RECOVERED_LATE)
                .of("lost-node")
                .daysAgo(50)
                .result());

        assertThat(judged(drills, "lost-node").missing()).containsExactly("a pass of lost-node");
    }

    @Test
    void a_pass_that_is_older_than_180_days_is_stale() {
        List<DrillResult> drills = sixPasses();
        drills.add(pass("old").of("lost-node").daysAgo(181).result());

        Ruling ruling = judged(drills, "bad-deploy", "lost-node");

        assertThat(ruling.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(ruling.missing()).containsExactly("a fresh pass of lost-node");
        assertThat(unmet(ruling))
                .containsExactly(
                        "a pass of lost-node since 2026-05-26 (180 days): the latest on 2026-05-25, 181 days before");
    }

    @Test
    void a_pass_of_180_days_is_still_fresh() {
        List<DrillResult> drills = sixPasses();
        drills.add(pass("old").of("lost-node").daysAgo(180).result());

        assertThat(judged(drills, "bad-deploy", "lost-node").verdict()).isEqualTo(Verdict.INDEPENDENT);
    }

    @Test
    void where_no_class_is_required_a_fresh_pass_of_any_is() {
        List<DrillResult> stale = IntStream.range(0, 6)
                .mapToObj(i ->
                        pass("d" + i).led(i == 0 ? "bo" : "cy").daysAgo(200 + i).result())
                .toList();

        Ruling ruling = judged(stale);

        assertThat(ruling.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(ruling.missing()).containsExactly("a fresh pass");
        assertThat(new Because(Some.sample(stale), ruling).sentence())
                .isEqualTo("Stale: 6 of 6 drills passed, but not lately enough.");
    }

    @Test
    void the_latest_valid_drill_has_to_be_a_pass() {
        List<DrillResult> drills = passes(20);
        drills.add(ADrill.that("late", Outcome.RECOVERED_LATE).daysAgo(1).result());

        Ruling ruling = judged(drills);

        assertThat(ruling.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(unmet(ruling))
                .containsExactly(
                        "the latest valid drill passed: drill late of bad-deploy on 2026-11-21: recovered-late");
        assertThat(ruling.missing()).containsExactly("1 more pass");
    }

    @Test
    void one_lead_is_not_enough_where_people_recovered_any() {
        List<DrillResult> drills = IntStream.range(0, 6)
                .mapToObj(i -> pass("d" + i).led("bo").daysAgo(10 + i).result())
                .toList();

        Ruling ruling = judged(drills);

        assertThat(ruling.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(ruling.missing()).containsExactly("a second lead");
        assertThat(unmet(ruling)).containsExactly("2 distinct leads, if people recovered any: 1: bo");
    }

    @Test
    void no_lead_is_needed_where_nobody_had_to_recover_anything() {
        List<DrillResult> drills = IntStream.range(0, 6)
                .mapToObj(i -> ADrill.that("d" + i, Outcome.SELF_HEALED)
                        .daysAgo(10 + i)
                        .result())
                .toList();

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INDEPENDENT);
    }

    @Test
    void an_open_blocking_action_stands_in_the_way_until_it_is_done() {
        List<DrillResult> open = sixPasses();
        open.set(0, pass("d0").action("Alert on image pulls", true, false).result());
        List<DrillResult> done = sixPasses();
        done.set(0, pass("d0").action("Alert on image pulls", true, true).result());

        assertThat(judged(open).verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(judged(open).missing()).containsExactly("the end of 1 blocking action (\"Alert on image pulls\")");
        assertThat(judged(done).verdict()).isEqualTo(Verdict.INDEPENDENT);
    }

    @Test
    void an_action_that_does_not_block_stands_in_nobodys_way() {
        List<DrillResult> drills = sixPasses();
        drills.set(0, pass("d0").action("Tidy the board", false, false).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INDEPENDENT);
    }

    @Test
    void more_than_a_third_aborted_leaves_it_insufficient_and_a_third_does_not() {
        List<DrillResult> third = sixPasses();
        aborted(third, 3);
        List<DrillResult> more = sixPasses();
        aborted(more, 4);

        assertThat(judged(third).verdict()).isEqualTo(Verdict.INDEPENDENT);
        assertThat(judged(more).verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(unmet(judged(more))).containsExactly("at most 0.3333 of the drills aborted: 4 of 10 (0.4000)");
        assertThat(judged(more).missing()).containsExactly("2 more drills that nobody aborts");
        assertThat(Some.sample(more).counting().aborted()).isEqualTo(4);
    }

    @Test
    void drills_older_than_the_window_do_not_count() {
        List<DrillResult> drills = sixPasses();
        drills.set(5, pass("old").led("cy").daysAgo(541).result());
        List<DrillResult> edge = sixPasses();
        edge.set(5, pass("old").led("cy").daysAgo(540).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(Some.sample(drills).counting().tooOld()).isEqualTo(1);
        assertThat(judged(edge).verdict()).isEqualTo(Verdict.INDEPENDENT);
    }

    @Test
    void drills_after_the_moment_are_not_known_yet() {
        List<DrillResult> drills = sixPasses();
        drills.add(ADrill.that("tomorrow", Outcome.RESCUED).daysAgo(-1).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INDEPENDENT);
    }

    @ParameterizedTest
    @EnumSource(value = HeroRole.class, names = "ABSENT", mode = EnumSource.Mode.EXCLUDE)
    void only_drills_with_the_hero_absent_count(HeroRole role) {
        List<DrillResult> drills = sixPasses();
        drills.set(0, pass("d0").hero(role).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(Some.sample(drills).counting().withheld()).isEqualTo(1);
    }

    @Test
    void a_drill_that_is_no_evidence_does_not_count() {
        List<DrillResult> drills = sixPasses();
        drills.set(0, pass("d0").worth(Worth.NONE).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void an_invalid_drill_counts_for_nothing_but_is_told_of() {
        List<DrillResult> drills = sixPasses();
        drills.add(ADrill.that("bad", Outcome.INVALID).daysAgo(0).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INDEPENDENT);
        assertThat(Some.sample(drills).counting().invalid()).isEqualTo(1);
    }
}
