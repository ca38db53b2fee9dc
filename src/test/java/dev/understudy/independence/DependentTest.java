package dev.understudy.independence;

import static dev.understudy.independence.Some.aborted;
import static dev.understudy.independence.Some.clauses;
import static dev.understudy.independence.Some.fails;
import static dev.understudy.independence.Some.judged;
import static dev.understudy.independence.Some.pass;
import static dev.understudy.independence.Some.passes;
import static dev.understudy.independence.Some.threeFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.independence.VerdictRule.Ruling;
import dev.understudy.scenario.Participants.HeroRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it takes to call a service dependent; each test flips one condition. */
class DependentTest {
    @Test
    void three_fails_of_which_one_was_rescued_are_dependent() {
        Ruling ruling = judged(threeFails());

        assertThat(ruling.verdict()).isEqualTo(Verdict.DEPENDENT);
        assertThat(clauses(ruling, Verdict.DEPENDENT)).allMatch(Clause::holds);
        assertThat(ruling.missing()).isNotEmpty();
    }

    @Test
    void it_is_said_to_work_with_somebody_only_where_that_was_seen() {
        List<DrillResult> hinted = threeFails();
        List<DrillResult> helped = fails(2);
        helped.add(ADrill.that("rescue", Outcome.RESCUED)
                .rescuedBy("ana")
                .daysAgo(60)
                .result());

        assertThat(new Because(Some.sample(hinted), judged(hinted)).sentence())
                .isEqualTo(
                        "checkout does not work without ana, and was rescued by a hint or by breaking glass: 0 of 3 drills"
                                + " passed.");
        assertThat(new Because(Some.sample(helped), judged(helped)).sentence())
                .isEqualTo("checkout works with ana and not without: 0 of 3 drills passed without.");
    }

    @Test
    void one_fail_is_not_dependent_however_improbable_success_has_become() {
        DrillResult fail = ADrill.that("d1", Outcome.RESCUED).result();

        assertThat(judged(List.of(fail)).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void the_latest_two_failed_is_dependent_after_many_passes_too() {
        List<DrillResult> drills = passes(10);
        drills.add(ADrill.that("e1", Outcome.NOT_RECOVERED).daysAgo(2).result());
        drills.add(ADrill.that("e2", Outcome.RESCUED).daysAgo(1).result());
        List<DrillResult> between = new ArrayList<>(drills);
        between.add(pass("d99").daysAgo(0).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.DEPENDENT);
        assertThat(judged(between).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void a_success_with_the_hero_in_a_class_that_failed_makes_it_dependent() {
        List<DrillResult> drills = fails(3);
        drills.add(pass("with").without().daysAgo(40).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.DEPENDENT);
    }

    @Test
    void a_success_while_the_hero_advised_is_one_with_the_hero() {
        List<DrillResult> drills = fails(3);
        drills.add(pass("with")
                .hero(HeroRole.SUPPORTING)
                .worth(Worth.NONE)
                .daysAgo(40)
                .result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.DEPENDENT);
    }

    @Test
    void a_success_with_the_hero_before_the_window_shows_nothing_any_more() {
        List<DrillResult> drills = fails(3);
        drills.add(pass("with").without().daysAgo(600).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void a_success_with_the_hero_in_another_class_shows_nothing() {
        List<DrillResult> drills = fails(3);
        drills.add(pass("with").without().of("lost-node").daysAgo(40).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void a_team_that_fails_with_and_without_is_insufficient() {
        List<DrillResult> drills = fails(3);
        drills.add(
                ADrill.that("with", Outcome.NOT_RECOVERED).without().daysAgo(40).result());

        Ruling ruling = judged(drills);

        assertThat(ruling.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(new Because(Some.sample(drills), ruling).sentence())
                .isEqualTo("Fails with or without ana: 0 of 3 drills passed without,"
                        + " and none shows that ana makes the difference.");
    }

    @Test
    void too_many_aborted_drills_leave_a_dependent_one_insufficient_too() {
        List<DrillResult> drills = threeFails();
        aborted(drills, 2);

        Ruling ruling = judged(drills);

        assertThat(ruling.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(new Because(Some.sample(drills), ruling).sentence())
                .isEqualTo("Too many drills without ana were aborted to tell: 2 of 5 (0.4000).");
    }

    @Test
    void improbable_success_is_enough_even_after_a_pass() {
        List<DrillResult> drills = threeFails();
        drills.add(pass("d1").daysAgo(1).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.DEPENDENT);
    }

    @Test
    void a_success_of_which_nobody_can_say_who_acted_shows_nothing() {
        List<DrillResult> drills = fails(3);
        drills.add(pass("with").without().worth(Worth.NONE).daysAgo(40).result());

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }
}
