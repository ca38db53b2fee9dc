package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.UndoResult;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.report.Briefings;
import dev.understudy.report.DrillStory;
import dev.understudy.report.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What judging takes from a drill's journal. */
class DrillResultTest {
    private static DrillResult result(DrillStory story) {
        return DrillResult.of(story.entries()).orElseThrow();
    }

    private static DrillStory real() {
        return DrillStory.injected(Briefings.real().briefing()).broken();
    }

    private static DrillStory ended(DrillStory story) {
        return story.steadyAgain(8900)
                .undone(14_200, UndoResult.RESTORED, "kubectl")
                .closed(14_300);
    }

    private static Debrief debrief(List<Attribution> attributions, List<Part> parts) {
        return new Debrief(
                "fay",
                "cem",
                true,
                attributions,
                parts,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void a_drill_that_is_open_or_was_refused_says_nothing_yet() {
        assertThat(DrillResult.of(Stories.running().entries())).isEmpty();
        assertThat(DrillResult.of(Stories.refused().entries())).isEmpty();
        assertThat(DrillResult.of(List.of())).isEmpty();
    }

    @Test
    void its_clocks_run_from_impact_and_from_detection() {
        DrillResult result = result(Stories.recovered(Briefings.real().briefing()));

        assertThat(result.detect()).isEqualTo(new Timed(Duration.ofMillis(688), true));
        assertThat(result.acknowledge()).isEqualTo(new Timed(Duration.ofMillis(1920), true));
        assertThat(result.recover()).isEqualTo(new Timed(Duration.ofMillis(8488), true));
        assertThat(result.firstAction()).isEqualTo(Duration.ofMillis(4980));
        assertThat(result.horizon()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void a_clock_that_never_stopped_is_censored_when_the_responders_were_done() {
        DrillResult aborted = result(Stories.aborted());

        assertThat(aborted.recover()).isEqualTo(new Timed(Duration.ofMillis(74_588), false));
        assertThat(aborted.acknowledge()).isEqualTo(new Timed(Duration.ofSeconds(33), false));
    }

    @Test
    void only_one_that_the_deadline_ended_ran_out_of_time() {
        DrillResult stopped = result(real().alerted(1100)
                .at(1_000_000, new DrillEvent.EndDecided(EndCause.PERSON, "the room was needed"))
                .undone(1_000_300, UndoResult.UNDONE, "")
                .closed(1_060_000));

        assertThat(stopped.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(stopped.timedOut()).isFalse();
        assertThat(stopped.recover()).isEqualTo(new Timed(Duration.ofMillis(999_588), false));
        assertThat(result(Stories.notRecovered()).timedOut()).isTrue();
    }

    @Test
    void an_abort_before_an_objective_could_be_missed_misses_none() {
        DrillResult.Signs signs = result(Stories.aborted()).signs();

        assertThat(signs.acknowledgedLate()).isFalse();
        assertThat(signs.recoveredLate()).isFalse();
    }

    @Test
    void whoever_of_the_team_changed_something_before_recovery_acted() {
        DrillResult result = result(Stories.recovered(Briefings.real().briefing()));

        assertThat(result.acted()).containsExactly("bo");
        assertThat(result.lead()).isEqualTo("bo");
        assertThat(result.signs().byHand()).isTrue();
    }

    @Test
    void a_change_after_recovery_is_no_part_of_it() {
        DrillResult result =
                result(ended(real().alerted(1100).acknowledged(3020, "bo")).at(14_400, new DrillEvent.Noted("late")));
        DrillResult late = result(real().alerted(1100)
                .acknowledged(3020, "bo")
                .steadyAgain(8900)
                .scaledBackBy(14_000, Stories.BO)
                .undone(14_200, UndoResult.RESTORED, "kubectl")
                .closed(14_300));

        assertThat(late.acted()).isEqualTo(result.acted()).isEmpty();
        assertThat(late.signs().byHand()).isFalse();
        assertThat(late.firstAction()).isNull();
    }

    @Test
    void an_excluded_who_advised_is_a_rescuer_and_one_who_looked_is_not() {
        assertThat(result(Stories.rescued()).rescuers()).containsExactly("ana");
        assertThat(result(Stories.rescued()).signs().hints()).containsExactly(1);
    }

    @Test
    void a_page_taken_before_any_alert_was_noticed_by_a_person() {
        DrillResult.Signs none = result(ended(real().acknowledged(3020, "bo"))).signs();
        DrillResult.Signs late =
                result(ended(real().acknowledged(1020, "bo").alerted(3100))).signs();
        DrillResult.Signs told = result(
                        ended(real().said(900, "bo", new DrillEvent.Detected("checkout is slow", null))))
                .signs();

        assertThat(List.of(none.alerted(), late.alerted(), told.alerted())).containsExactly(false, true, false);
        assertThat(List.of(none.reported(), late.reported(), told.reported())).containsOnly(true);
    }

    @Test
    void what_somebody_else_set_since_is_told_in_words() {
        assertThat(result(Stories.notRecovered()).signs().diverged())
                .containsExactly("Deployment shop/checkout-cache spec.replicas was set by kubectl");
    }

    @Test
    void everybody_who_took_it_after_the_first_is_counted() {
        DrillResult result = result(ended(real().alerted(1100)
                .acknowledged(3020, "bo")
                .told(5000, "cem", "rehearsal", new DrillEvent.AlsoAcknowledged("cem", null))));

        assertThat(result.signs().reassigned()).isEqualTo(1);
    }

    @Test
    void its_debrief_names_the_lead_and_may_make_it_count_or_a_rescue() {
        DrillStory story = Stories.repairedBy(Briefings.real().briefing(), Stories.STRANGER)
                .closed(14_300);
        assertThat(result(story).evidence().worth()).isEqualTo(Worth.NONE);

        story.at(
                90_000_000,
                new DrillEvent.Debriefed(debrief(
                        List.of(new Attribution("root@laptop", "bo")), List.of(new Part("ana", Part.Involved.NONE)))));
        DrillResult team = result(story);
        story.at(
                90_000_001,
                new DrillEvent.Debriefed(debrief(
                        List.of(new Attribution("root@laptop", "ana")),
                        List.of(new Part("ana", Part.Involved.ACTED)))));
        DrillResult hero = result(story);

        assertThat(team.counts()).isTrue();
        assertThat(team.lead()).isEqualTo("cem");
        assertThat(team.acted()).containsExactly("bo");
        assertThat(hero.counts()).isTrue();
        assertThat(hero.outcome()).isEqualTo(Outcome.RESCUED);
        assertThat(hero.acted()).isEmpty();
        assertThat(hero.rescuers()).containsExactly("ana");
        Instant held = story.entries().getLast().stamp().at();
        assertThat(hero.asOf(held)).isEqualTo(hero);
        assertThat(hero.asOf(held.minusNanos(1))).isEqualTo(team);
    }

    @Test
    void a_rehearsal_counts_only_where_it_is_asked_for() {
        DrillStory rehearsal = Stories.recovered();

        assertThat(DrillResult.of(rehearsal.entries()).orElseThrow().counts()).isFalse();
        assertThat(DrillResult.of(rehearsal.entries(), true).orElseThrow().counts())
                .isTrue();
    }
}
