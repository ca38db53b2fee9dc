package dev.understudy.drill;

import static dev.understudy.drill.Cue.ack;
import static dev.understudy.drill.Cue.alert;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.wrote;
import static dev.understudy.drill.Incidents.broken;
import static dev.understudy.drill.Incidents.repaired;
import static dev.understudy.drill.Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.exclusion.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The law's first chapter, a test for each sentence: self-healed, recovered, recovered late. */
class HealingTest {
    @Test
    void a_recovery_within_the_objective_that_nobody_wrote_for_is_self_healed() {
        assertThat(broken(plot()).then("9s", good("http")).run().outcome()).isEqualTo(Outcome.SELF_HEALED);
    }

    @Test
    void automation_may_have_written_where_a_drill_is_self_healed() {
        assertThat(broken(plot())
                        .then("5s", wrote(Actor.Kind.AUTOMATION, "autoscaler"))
                        .then("9s", good("http"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.SELF_HEALED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Actor.Kind.class,
            names = {"PERSON", "ASSISTANT", "UNKNOWN"})
    void a_write_by_a_person_or_an_assistant_or_nobody_known_keeps_a_drill_from_being_self_healed(Actor.Kind kind) {
        Stage drill = broken(plot()).then("5s", wrote(kind, "somebody")).then("9s", good("http"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.RECOVERED_LATE);
    }

    @Test
    void a_write_after_the_recovery_does_not_keep_a_drill_from_being_self_healed() {
        assertThat(broken(plot())
                        .then("9s", good("http"))
                        .then("12s", wrote("bo"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.SELF_HEALED);
    }

    @Test
    void a_write_before_the_recovery_that_is_heard_of_later_keeps_a_drill_from_being_self_healed() {
        assertThat(broken(plot())
                        .then("9s", good("http"))
                        .then("12s", wrote("bo").late("4s"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.RECOVERED_LATE);
    }

    @Test
    void a_fix_that_nobody_is_seen_to_have_made_is_never_self_healed_without_an_audit_source() {
        Stage drill = broken(plot().unaudited()).then("2s", alert(), ack("bo")).then("9s", good("http"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void a_drill_is_recovered_when_every_objective_is_met() {
        assertThat(repaired(plot()).run().outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void a_drill_is_recovered_late_when_an_objective_is_missed() {
        assertThat(repaired(plot().objectives("0.9s", "5m", "15m")).run().outcome())
                .isEqualTo(Outcome.RECOVERED_LATE);
        assertThat(repaired(plot().objectives("2m", "0.9s", "15m")).run().outcome())
                .isEqualTo(Outcome.RECOVERED_LATE);
        assertThat(repaired(plot().objectives("2m", "5m", "7.9s")).run().outcome())
                .isEqualTo(Outcome.RECOVERED_LATE);
    }

    @Test
    void an_objective_is_met_to_the_moment() {
        assertThat(repaired(plot().objectives("1s", "1s", "8s")).run().outcome())
                .isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void a_drill_is_recovered_late_when_the_clock_of_an_objective_is_censored() {
        assertThat(broken(plot())
                        .then("3s", ack("bo"))
                        .then("8s", wrote("bo"))
                        .then("9s", good("http"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.RECOVERED_LATE);
    }

    @Test
    void steady_state_that_never_broke_is_self_healed_where_no_impact_is_expected() {
        Stage drill = Stage.open(plot().expectsNoImpact());

        drill.run();

        assertThat(drill.outcome()).isEqualTo(Outcome.SELF_HEALED);
        assertThat(drill.outcome().passed()).isTrue();
    }

    @Test
    void where_no_impact_is_expected_the_fault_must_have_been_observed_in_place() {
        Stage drill = Stage.open(
                plot().expectsNoImpact().fault("lose", "0s").fault("slow", "2m").deadline("1m"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void where_no_impact_is_expected_an_impact_is_judged_as_any_other() {
        assertThat(broken(plot().expectsNoImpact()).run().outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(repaired(plot().expectsNoImpact()).run().outcome()).isEqualTo(Outcome.RECOVERED);
    }
}
