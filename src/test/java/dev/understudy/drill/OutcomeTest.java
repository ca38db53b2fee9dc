package dev.understudy.drill;

import static dev.understudy.drill.Cue.bad;
import static dev.understudy.drill.Cue.glass;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.stop;
import static dev.understudy.drill.Incidents.broken;
import static dev.understudy.drill.Incidents.repaired;
import static dev.understudy.drill.Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.probe.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The law's first chapter, a test for each sentence: invalid, aborted, not recovered. */
class OutcomeTest {
    @Test
    void a_drill_is_invalid_when_steady_state_is_lost_before_the_injection() {
        Stage drill = Stage.open(plot(), new Hand().writingTakes("4s")).at("6s", bad("http"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void a_drill_is_invalid_when_steady_state_was_lost_and_came_back_while_the_record_was_being_written() {
        Stage drill = Stage.open(plot(), new Hand().writingTakes("4s"))
                .at("6s", Cue.unknown("http"))
                .at("7s", good("http"));

        drill.run();

        assertThat(drill.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(drill.drill().marks().injected()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Quality.class,
            names = {"BAD", "UNKNOWN"})
    void nothing_is_injected_when_steady_state_is_not_known_to_hold_any_more(Quality quality) {
        Ledger held = Drills.held(plot()).at("7s").add(Drills.turned(quality, "7s"));

        List<DrillEvent> decided = DrillRules.decide(held.drill(), new Signal.Tick(), Ledger.stamp(held.now()));

        assertThat(decided)
                .containsExactly(
                        new DrillEvent.EndDecided(EndCause.STEADY_STATE_LOST, "probe 'http': as the test says"));
    }

    @Test
    void nothing_is_injected_while_a_probe_that_must_stay_good_is_not() {
        Stage drill = Stage.open(plot().guard("payments", "30s"), new Hand().writingTakes("4s"))
                .at("6s", bad("payments"));

        drill.run();

        assertThat(drill.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(drill.drill().marks().injected()).isNull();
    }

    @Test
    void a_drill_is_invalid_when_our_own_paging_reached_an_excluded_person() {
        assertThat(repaired(plot())
                        .then("5s", stop(EndCause.EXCLUDED_PAGED))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.INVALID);
    }

    @Test
    void a_drill_is_invalid_without_impact_within_the_stated_time() {
        Stage drill = Stage.open(plot().impactWithin("30s")).then("31s", bad("http"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void an_impact_in_the_last_moment_of_the_stated_time_still_counts() {
        Stage drill = Stage.open(plot().impactWithin("30s")).then("30.2s", bad("http"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.NOT_RECOVERED);
    }

    @Test
    void without_impact_nobody_failed_even_when_the_deadline_comes_first() {
        Stage drill = Stage.open(plot().impactWithin("2m").deadline("1m"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void without_impact_nobody_failed_even_when_the_fault_ends_first() {
        Stage drill = Stage.open(plot().fault("lose", "0s", "30s"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.INVALID);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PERSON", "HALT", "SIGNAL", "OPT_IN_REMOVED", "FOREIGN_UNDO", "JOURNAL_LOST", "CRASH", "BLIND"})
    void a_drill_that_somebody_or_something_stops_is_aborted(EndCause cause) {
        assertThat(broken(plot()).then("5s", stop(cause)).run().outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void a_guardrail_that_stays_crossed_for_its_time_aborts() {
        Stage drill = broken(plot().guard("payments", "30s")).then("2s", bad("payments"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void a_guardrail_that_holds_again_in_time_does_not_abort() {
        Stage drill = repaired(plot().guard("payments", "30s"))
                .then("2s", bad("payments"))
                .then("4s", good("payments"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void nothing_more_is_injected_once_a_guardrail_is_crossed() {
        Stage drill = Stage.open(
                        plot().guard("payments", "5s").fault("lose", "0s").fault("slow", "10s"),
                        new Hand().writingTakes("1s"))
                .then("1s", bad("http"))
                .then("6s", bad("payments"));

        drill.run();

        assertThat(drill.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(drill.entries())
                .extracting(Entry::event)
                .doesNotContain(new DrillEvent.InjectionBegun("slow"))
                .contains(new DrillEvent.RecordWritten("slow", Ledger.OPENED.plusSeconds(1800)));
    }

    @Test
    void glass_broken_for_a_real_emergency_aborts() {
        assertThat(broken(plot()).then("5s", glass("bo", true)).run().outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void a_drill_is_not_recovered_when_the_deadline_comes_first() {
        assertThat(broken(plot().deadline("1m")).then("61s", good("http")).run().outcome())
                .isEqualTo(Outcome.NOT_RECOVERED);
    }

    @Test
    void a_drill_is_not_recovered_when_every_fault_ended_by_its_own_time_first() {
        Stage drill = broken(plot().fault("lose", "0s", "30s").fault("slow", "10s", "30s"))
                .then("31s", good("http"));

        drill.run();

        assertThat(drill.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(drill.drill().ending()).extracting(e -> e.cause()).isEqualTo(EndCause.FAULTS_ENDED);
    }

    @ParameterizedTest
    @EnumSource(
            value = EndCause.class,
            names = {"PERSON", "GUARDRAIL"})
    void an_abort_by_guardrail_or_person_after_the_recover_objective_counts_as_not_recovered(EndCause cause) {
        assertThat(broken(plot()).then("15m1.1s", stop(cause)).run().outcome()).isEqualTo(Outcome.NOT_RECOVERED);
    }

    @ParameterizedTest
    @EnumSource(
            value = EndCause.class,
            names = {"PERSON", "GUARDRAIL"})
    void an_abort_by_guardrail_or_person_within_the_recover_objective_is_an_abort(EndCause cause) {
        // impact at 1 s, objective 15 m
        assertThat(broken(plot()).then("15m1s", stop(cause)).run().outcome()).isEqualTo(Outcome.ABORTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = EndCause.class,
            names = {"HALT", "CRASH", "OPT_IN_REMOVED", "FOREIGN_UNDO", "REAL_EMERGENCY", "BLIND"})
    void any_other_abort_stays_an_abort_however_late(EndCause cause) {
        assertThat(broken(plot()).then("19m", stop(cause)).run().outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void a_fault_that_the_cluster_refuses_after_the_record_stands_is_invalid() {
        Stage drill = Stage.open(plot(), new Hand().failsToInject("409"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void a_record_that_is_refused_before_anything_was_touched_refuses_the_drill() {
        Stage drill = Stage.open(plot(), new Hand().refusesRecord("another drill holds namespace shop"));

        drill.run();

        assertThat(drill.drill().phase()).isEqualTo(Phase.REFUSED);
        assertThat(drill.drill().touching()).isFalse();
        assertThat(drill.drill().armed()).isEmpty();
    }

    @Test
    void only_recovered_and_self_healed_pass_and_only_aborted_and_invalid_say_nothing() {
        assertThat(Outcome.values())
                .filteredOn(Outcome::passed)
                .containsExactly(Outcome.SELF_HEALED, Outcome.RECOVERED);
        assertThat(Outcome.values()).filteredOn(o -> !o.valid()).containsExactly(Outcome.INVALID, Outcome.ABORTED);
    }
}
