package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Objectives.Result;
import dev.understudy.drill.Outcome;
import dev.understudy.drill.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillReportTest {
    @Test
    void needs_at_least_one_event() {
        assertThatIllegalArgumentException().isThrownBy(() -> DrillReport.of(List.of(), ""));
    }

    @Test
    void counts_every_clock_from_the_first_injection() {
        Clocks clocks = Stories.recovered().report().clocks();

        assertThat(clocks.injected()).isEqualTo(new Clocks.Clock(Duration.ZERO, Duration.ofMillis(4), null));
        assertThat(clocks.impact()).isEqualTo(new Clocks.Clock(Duration.ofMillis(412), Duration.ofMillis(10), null));
        assertThat(clocks.byName().get("recovered"))
                .hasValueSatisfying(c -> assertThat(c.at()).isEqualTo(Duration.ofMillis(8900)));
    }

    @Test
    void tells_what_happened_at_the_moment_it_happened_and_not_when_it_was_known() {
        List<TimelineLine> timeline = Stories.recovered().report().timeline();

        TimelineLine recovery = timeline.stream()
                .filter(line -> line.event().equals("recovery-seen"))
                .findFirst()
                .orElseThrow();
        assertThat(recovery.offset()).isEqualTo(Duration.ofMillis(8900));
        assertThat(recovery.at()).isEqualTo(DrillStory.wall(8900));
        assertThat(timeline).isSortedAccordingTo((a, b) -> a.offset().compareTo(b.offset()));
    }

    @Test
    void names_the_clocks_that_never_stopped_once_the_drill_is_closed() {
        assertThat(Stories.notRecovered().report().censored()).containsExactly("recovered");
        assertThat(Stories.aborted().report().censored()).containsExactly("acknowledged", "recovered");
        assertThat(Stories.running().report().censored()).isEmpty();
        assertThat(Stories.refused().report().censored()).isEmpty();
    }

    @Test
    void an_objective_is_missed_only_when_its_time_was_over_or_the_drill_came_to_a_valid_end() {
        assertThat(results(Stories.notRecovered())).containsExactly(Result.MET, Result.MET, Result.MISSED);
        assertThat(results(Stories.aborted())).containsExactly(Result.MET, null, null);
        assertThat(results(Stories.running())).containsExactly(Result.MET, Result.MET, null);
        assertThat(results(Stories.refused())).containsExactly(null, null, null);
    }

    @Test
    void an_objective_within_the_measuring_error_is_called_too_close() {
        DrillReport report = DrillStory.injected(Briefings.real().briefing())
                .broken()
                .alerted(120_405)
                .report();

        assertThat(report.objectives().getFirst().close()).isTrue();
        assertThat(report.measuring()).anyMatch(line -> line.contains("too close to call"));
    }

    @Test
    void a_fault_tells_who_set_what_is_there_now() {
        FaultLine restored = Stories.recovered().report().faults().getFirst();
        FaultLine diverged = Stories.notRecovered().report().faults().getFirst();
        FaultLine undone = Stories.aborted().report().faults().getFirst();

        assertThat(restored.detail()).isEqualTo("spec.replicas is 3 again, set by bo");
        assertThat(diverged.detail()).isEqualTo("spec.replicas was set by bo since and left alone");
        assertThat(undone.detail()).isEqualTo("spec.replicas is 3 again, set back by Understudy");
        assertThat(undone.by()).isNull();
    }

    @Test
    void a_fault_names_the_program_where_nobody_saw_a_person() {
        FaultLine fault = Stories.selfHealed().report().faults().getFirst();

        assertThat(fault.by()).isEqualTo("kube-controller-manager");
    }

    @Test
    void a_rescue_is_told_with_who_when_and_why() {
        assertThat(Stories.rescued().report().verdict().why())
                .isEqualTo("ana, who was excluded, advised 7m1s after the first injection (said on the call to look at"
                        + " replicas), before recovery, so this does not show that checkout can do without ana.");
    }

    @Test
    void looking_is_listed_and_never_the_reason_of_a_rescue() {
        People people = Stories.rescued().report().people();

        assertThat(people.breaches()).extracting(b -> b.kind().word()).containsExactly("looked", "advised");
        assertThat(people.breaches()).noneMatch(People.Breach::allowed);
    }

    @Test
    void what_could_not_be_undone_comes_first_in_what_to_do_next() {
        DrillReport report = DrillStory.injected(Briefings.real().briefing())
                .broken()
                .at(75_000, new DrillEvent.EndDecided(EndCause.HALT, ""))
                .at(
                        75_400,
                        new DrillEvent.ChangeUndone(
                                DrillStory.FAULT, 0, UndoResult.FAILED, null, "403: run `understudy undo --drill x`"))
                .at(75_500, new DrillEvent.RecordKept("something failed"))
                .closed(75_600)
                .report();

        assertThat(report.verdict().next()).startsWith("First finish the undo");
        assertThat(report.faults().getFirst().undo()).isEqualTo(UndoResult.FAILED);
        assertThat(report.censored()).contains("undone");
    }

    @Test
    void a_refused_drill_says_why_and_has_no_outcome() {
        Verdict verdict = Stories.refused().report().verdict();

        assertThat(verdict.state()).isEqualTo(Phase.REFUSED);
        assertThat(verdict.outcome()).isNull();
        assertThat(verdict.why()).contains("no label understudy.dev/drills");
    }

    @Test
    void a_system_that_healed_itself_leaves_the_hypothesis_about_people_untested() {
        Verdict verdict = Stories.selfHealed().report().verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.SELF_HEALED);
        assertThat(verdict.hypothesis()).isEqualTo(Verdict.Hypothesis.UNTESTED);
    }

    private static List<Result> results(DrillStory story) {
        return story.report().objectives().stream().map(Objective::result).toList();
    }
}
