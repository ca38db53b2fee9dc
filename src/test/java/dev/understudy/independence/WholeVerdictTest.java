package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.drill.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a service's verdict must not leave out. */
class WholeVerdictTest {
    @Test
    void fails_of_a_group_count_for_the_service_though_for_none_of_its_members_alone() {
        Assessment assessment = Checked.excludedTogether();

        ServiceAssessment checkout = assessment.services().getFirst();
        assertThat(checkout.judgements())
                .extracting(Judgement::who, Judgement::verdict)
                .containsExactly(tuple("ana", Verdict.INDEPENDENT), tuple("bo", Verdict.INDEPENDENT));
        assertThat(checkout.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(checkout.because())
                .isEqualTo("Nobody can tell yet whether checkout works without ana and bo together.");
        assertThat(assessment.independent()).isFalse();
    }

    @Test
    void a_group_with_passes_only_blocks_nothing() {
        List<DrillResult> drills = new ArrayList<>(Checked.passedTogether());
        drills.add(ADrill.that("more", Outcome.SELF_HEALED)
                .without("ana", "bo", "cy")
                .result());

        ServiceAssessment checkout = Assessor.assess(Checked.question(drills, List.of(), null))
                .services()
                .getFirst();

        assertThat(checkout.together()).hasSize(2);
        assertThat(checkout.deciding()).isEqualTo(checkout.judgements());
        assertThat(checkout.because()).isEqualTo("Nobody can tell yet whether checkout works without cy.");
    }

    @Test
    void an_open_action_blocks_however_long_ago_its_drill_was() {
        Assessment assessment = Checked.sinceOctober();

        Judgement judgement = assessment.services().getFirst().judgements().getFirst();
        assertThat(judgement.sum().drills()).isEqualTo(6);
        assertThat(judgement.lacks()).isEqualTo("the end of 1 blocking action (\"alert on the queue\")");
        assertThat(assessment.independent()).isFalse();
    }

    @Test
    void an_assessment_says_what_it_left_out() {
        LeftOut leftOut = Objects.requireNonNull(Checked.sinceOctober().leftOut());

        assertThat(leftOut).isEqualTo(new LeftOut(Instant.parse("2026-10-01T00:00:00Z"), 2, 1));
        assertThat(leftOut.words()).isEqualTo("drills before 2026-10-01 were left out (2), 1 of them counted fails");
        assertThat(Checked.narrowlyDrilled().leftOut()).isNull();
    }

    @Test
    void a_verdict_names_the_classes_it_was_shown_for() {
        ServiceAssessment checkout = Checked.narrowlyDrilled().services().getFirst();

        assertThat(checkout.because()).isEqualTo("checkout works without ana in bad-deploy.");
        assertThat(checkout.judgements().getFirst().because())
                .startsWith("checkout works without ana in bad-deploy: 6 of 6 drills passed");
    }

    @Test
    void a_class_that_only_the_history_knows_is_shown_and_changes_no_verdict() {
        Judgement judgement =
                Checked.narrowlyDrilled().services().getFirst().judgements().getFirst();

        assertThat(judgement.classes())
                .extracting(ClassTally::incidentClass, ClassTally::incidents, ClassTally::drilled)
                .containsExactly(tuple("bad-deploy", 0L, true), tuple("cache-loss", 40L, false));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INDEPENDENT);
    }

    @Test
    void a_fail_that_is_withheld_is_told_apart_with_its_reason() {
        Judgement judgement =
                Checked.narrowlyDrilled().services().getFirst().judgements().getFirst();

        assertThat(judgement.counting().withheld()).isZero();
        assertThat(judgement.counting().withheldWords()).isEqualTo("1 failed drill withheld: odd (as told)");
        assertThat(judgement.trend().getLast().counted()).isFalse();
        assertThat(judgement.trend().getLast().reason()).isEqualTo("as told");
    }

    @Test
    void every_drill_that_does_not_count_says_why() {
        List<DrillResult> drills = List.of(
                ADrill.that("old", Outcome.RECOVERED).daysAgo(541).result(),
                ADrill.that("both", Outcome.RESCUED)
                        .without("ana", "bo")
                        .daysAgo(9)
                        .result(),
                ADrill.that("stopped", Outcome.ABORTED).daysAgo(8).result(),
                ADrill.that("good", Outcome.RECOVERED).daysAgo(7).result());

        Judgement ana = Assessor.assess(Checked.question(drills, List.of(), null))
                .services()
                .getFirst()
                .judgements()
                .getFirst();

        assertThat(ana.trend())
                .extracting(TrendPoint::drill, TrendPoint::reason)
                .containsExactly(
                        tuple("old", "too old"),
                        tuple("both", "others were excluded too"),
                        tuple("stopped", "aborted: as told"),
                        tuple("good", ""));
    }
}
