package dev.understudy.drill;

import static dev.understudy.drill.Cue.ack;
import static dev.understudy.drill.Cue.advised;
import static dev.understudy.drill.Cue.alert;
import static dev.understudy.drill.Cue.bad;
import static dev.understudy.drill.Cue.glass;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.hint;
import static dev.understudy.drill.Cue.looked;
import static dev.understudy.drill.Cue.stop;
import static dev.understudy.drill.Cue.wrote;
import static dev.understudy.drill.Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.exclusion.Actor;
import dev.understudy.scenario.Participants.HeroRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law's first chapter, a test for each sentence. */
class OutcomeTest {
    /** Broken at 1 s, repaired by bo at 8 s, well at 9 s, everything else as it should be. */
    private static Stage repaired(Plot plot) {
        return broken(plot)
                .then("2s", alert())
                .then("3s", ack("bo"))
                .then("8s", wrote("bo"))
                .then("9s", good("http"));
    }

    private static Stage broken(Plot plot) {
        return Stage.open(plot).then("1s", bad("http"));
    }

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
    void glass_broken_for_the_drills_own_fault_before_recovery_is_a_rescue() {
        assertThat(repaired(plot()).then("5s", glass("bo", false)).run().outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @Test
    void an_excluded_responder_who_advises_before_recovery_rescues() {
        assertThat(repaired(plot()).then("5s", advised("ana")).run().outcome()).isEqualTo(Outcome.RESCUED);
    }

    @Test
    void an_excluded_responder_who_acts_before_recovery_rescues() {
        assertThat(repaired(plot()).then("5s", wrote("ana")).run().outcome()).isEqualTo(Outcome.RESCUED);
    }

    @Test
    void an_act_of_the_excluded_counts_from_when_it_happened_even_if_the_news_comes_after_the_recovery() {
        assertThat(repaired(plot()).then("13s", wrote("ana").late("6s")).run().outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void a_hint_of_level_three_or_more_before_recovery_rescues(int level) {
        Ledger drill = Drills.running(plot())
                .add(new DrillEvent.HintGiven(level, "scale the cache up"), Drills.RECOVERY, Drills.ended());

        assertThat(drill.drill().outcome()).isEqualTo(Outcome.RESCUED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_smaller_hint_does_not_rescue(int level) {
        assertThat(repaired(plot()).then("5s", hint(level)).run().outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void a_hint_that_is_not_in_the_ladder_is_not_given() {
        assertThat(repaired(plot()).then("5s", hint(4)).run().outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void help_that_comes_after_the_recovery_is_no_rescue() {
        Stage drill = repaired(plot()).then("10s", advised("ana"), wrote("ana"), glass("bo", false), hint(3));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void help_that_comes_after_the_deadline_does_not_make_a_failure_a_rescue() {
        Stage drill = broken(plot().deadline("1m")).then("60.1s", wrote("ana"), advised("ana"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.NOT_RECOVERED);
    }

    @Test
    void looking_is_listed_and_changes_nothing() {
        Stage drill = repaired(plot()).then("5s", looked("ana"));

        drill.run();

        assertThat(drill.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(drill.drill().people().breaches())
                .extracting(b -> b.event().kind().word())
                .containsExactly("looked");
    }

    @ParameterizedTest
    @EnumSource(HeroRole.class)
    void looking_is_allowed_to_every_hero(HeroRole role) {
        assertThat(repaired(plot().hero(role)).then("5s", looked("ana")).run().outcome())
                .isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void advising_is_allowed_to_a_supporting_hero_only() {
        assertThat(repaired(plot().hero(HeroRole.SUPPORTING))
                        .then("5s", advised("ana"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.RECOVERED);
        assertThat(repaired(plot().hero(HeroRole.OBSERVING))
                        .then("5s", advised("ana"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @ParameterizedTest
    @EnumSource(HeroRole.class)
    void acting_is_a_rescue_whatever_the_hero_may_do(HeroRole role) {
        assertThat(repaired(plot().hero(role)).then("5s", wrote("ana")).run().outcome())
                .isEqualTo(Outcome.RESCUED);
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
    void a_stranger_who_is_called_like_the_excluded_is_unknown_and_nobodys_breach() {
        Stage drill = repaired(plot()).then("5s", wrote(Actor.Kind.UNKNOWN, "ana"));

        drill.run();

        assertThat(drill.drill().people().breaches()).isEmpty();
        assertThat(drill.outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void an_excluded_assistant_or_automation_breaches_as_a_person_does() {
        assertThat(repaired(plot())
                        .then("5s", wrote(Actor.Kind.ASSISTANT, "ana"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.RESCUED);
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
