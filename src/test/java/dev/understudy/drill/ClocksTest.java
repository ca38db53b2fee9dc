package dev.understudy.drill;

import static dev.understudy.drill.Cue.ack;
import static dev.understudy.drill.Cue.alert;
import static dev.understudy.drill.Cue.bad;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.stop;
import static dev.understudy.drill.Cue.unknown;
import static dev.understudy.drill.Cue.wrote;
import static dev.understudy.drill.Plot.plot;
import static dev.understudy.drill.Plot.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The law's second chapter, a test for each sentence. */
class ClocksTest {
    private static Stage broken(Plot plot) {
        return Stage.open(plot).then("1s", bad("http"));
    }

    /** Offset of a mark from the first injection. */
    private static @Nullable Duration after(Stage drill, @Nullable Mark mark) {
        Mark zero = drill.drill().marks().injected();
        return mark == null || zero == null ? null : mark.at().minus(zero.at());
    }

    private static @Nullable Duration recovered(Stage drill) {
        return after(drill, drill.drill().marks().recovered());
    }

    private static @Nullable EndCause cause(Stage drill) {
        DrillEvent.EndDecided ending = drill.drill().ending();
        return ending == null ? null : ending.cause();
    }

    @Test
    void zero_is_when_the_first_injection_was_decided_and_stays_there() {
        Stage drill = Stage.open(plot().fault("lose", "0s").fault("slow", "20s"), new Hand().injectingTakes("3s"))
                .then("1s", bad("http"))
                .then("30s", stop(EndCause.PERSON));

        drill.run();

        assertThat(drill.drill().marks().injected()).isEqualTo(Mark.measured(s("5.2s"), s("3s")));
    }

    @Test
    void an_impact_while_the_fault_is_still_going_in_is_after_zero() {
        Stage drill = Stage.open(plot(), new Hand().injectingTakes("3s")).then("1s", bad("http"));

        drill.run();

        assertThat(after(drill, drill.drill().marks().impact())).isEqualTo(s("1s"));
    }

    @Test
    void a_bad_reading_from_before_the_injection_that_arrives_later_is_no_impact() {
        Stage drill = Stage.open(plot()).then("0.1s", bad("http").late("0.2s"));

        drill.run();

        assertThat(drill.drill().marks().impact()).isNull();
        assertThat(cause(drill)).isEqualTo(EndCause.STEADY_STATE_LOST);
    }

    @Test
    void a_good_reading_that_is_older_than_the_bad_one_does_not_make_it_good() {
        Stage drill = broken(plot().deadline("1m")).then("2s", good("http").late("1.5s"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.NOT_RECOVERED);
    }

    @Test
    void detection_counts_from_impact() {
        Stage drill = Stage.open(plot().objectives("10s", "5m", "15m"))
                .then("60s", bad("http"))
                .then("70s", alert(), ack("bo"))
                .then("80s", wrote("bo"), good("http"));

        drill.run();

        assertThat(Objectives.of(drill.drill()).detect()).isEqualTo(Objectives.Result.MET);
    }

    @Test
    void recovery_counts_from_impact() {
        Stage drill = Stage.open(plot().objectives("2m", "5m", "20s"))
                .then("60s", bad("http"))
                .then("80s", good("http"));

        drill.run();

        assertThat(Objectives.of(drill.drill()).recover()).isEqualTo(Objectives.Result.MET);
    }

    @Test
    void acknowledgement_counts_from_detection() {
        Stage drill = broken(plot().objectives("2m", "10s", "15m"))
                .then("60s", alert())
                .then("70s", ack("bo"))
                .then("80s", good("http"));

        drill.run();

        assertThat(Objectives.of(drill.drill()).acknowledge()).isEqualTo(Objectives.Result.MET);
    }

    @Test
    void without_detection_the_acknowledgement_objective_is_both_together_from_impact() {
        Plot plot = plot().objectives("20s", "10s", "15m");
        Stage inTime = broken(plot).then("31s", ack("bo")).then("40s", good("http"));
        Stage late = broken(plot).then("31.001s", ack("bo")).then("40s", good("http"));

        inTime.run();
        late.run();

        assertThat(Objectives.of(inTime.drill()).acknowledge()).isEqualTo(Objectives.Result.MET);
        assertThat(Objectives.of(late.drill()).acknowledge()).isEqualTo(Objectives.Result.MISSED);
    }

    @Test
    void the_first_alert_that_matches_counts() {
        Stage drill = broken(plot())
                .then("2s", alert("DiskFull"))
                .then("3s", alert())
                .then("4s", alert())
                .then("9s", good("http"));

        drill.run();

        assertThat(after(drill, drill.drill().marks().detected())).isEqualTo(s("3s"));
    }

    @Test
    void an_alert_must_have_started_at_or_after_the_injection() {
        Stage before = broken(plot()).then("2s", alert().late("2.001s")).then("9s", good("http"));
        Stage at = broken(plot()).then("2s", alert().late("2s")).then("9s", good("http"));

        before.run();
        at.run();

        assertThat(before.drill().marks().detected()).isNull();
        assertThat(after(at, at.drill().marks().detected())).isEqualTo(s("2s"));
    }

    @Test
    void an_alert_that_does_not_say_when_it_started_counts_from_when_it_came() {
        Stage drill = broken(plot())
                .then("2s", Cue.of(new Signal.Alerted(Map.of("alertname", "CheckoutDown", "severity", "page"), null)))
                .then("9s", good("http"));

        drill.run();

        assertThat(after(drill, drill.drill().marks().detected())).isEqualTo(s("2s"));
    }

    @Test
    void any_alert_counts_where_the_scenario_names_none() {
        Stage drill =
                broken(plot().anyAlertCounts()).then("2s", alert("DiskFull")).then("9s", good("http"));

        drill.run();

        assertThat(after(drill, drill.drill().marks().detected())).isEqualTo(s("2s"));
    }

    @Test
    void an_alert_that_fires_already_refuses_the_drill() {
        Stage drill = Stage.open(plot()).at("1s", alert());

        drill.run();

        assertThat(drill.drill().phase()).isEqualTo(Phase.REFUSED);
        assertThat(drill.drill().refusals())
                .singleElement()
                .asString()
                .contains("CheckoutDown", "before the injection");
    }

    @Test
    void an_alert_that_begins_to_fire_while_the_record_is_written_makes_the_drill_invalid() {
        Stage drill = Stage.open(plot(), new Hand().writingTakes("4s")).at("6s", alert());

        drill.run();

        assertThat(drill.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(drill.drill().marks().injected()).isNull();
    }

    @Test
    void an_excluded_responders_acknowledgement_never_stops_the_clock() {
        Stage drill = broken(plot())
                .then("2s", alert())
                .then("3s", ack("ana"))
                .then("4s", ack("ana"), ack("dan"))
                .then("6s", ack("bo"), ack("cy"))
                .then("9s", good("http"));

        drill.run();

        assertThat(after(drill, drill.drill().marks().acknowledged())).isEqualTo(s("6s"));
        assertThat(drill.drill().people().acknowledgedBy()).isEqualTo("bo");
    }

    @Test
    void recovery_is_the_start_of_the_first_sustained_steady_period_after_impact() {
        Stage drill = broken(plot())
                .then("10s", good("http"))
                .then("14.999s", bad("http"))
                .then("20s", good("http"))
                .then("24s", good("http"));

        drill.run();

        assertThat(recovered(drill)).isEqualTo(s("20s"));
        assertThat(after(drill, Mark.measured(end(drill), Duration.ZERO))).isEqualTo(s("25s"));
    }

    @Test
    void a_steady_period_needs_every_probe() {
        Stage drill = broken(plot().alsoSteady("cache"))
                .then("2s", bad("cache"))
                .then("10s", good("http"))
                .then("30s", good("cache"));

        drill.run();

        assertThat(recovered(drill)).isEqualTo(s("30s"));
    }

    @Test
    void recovery_is_looked_for_only_after_the_last_planned_fault_was_injected() {
        Stage drill = Stage.open(plot().fault("lose", "0s").fault("slow", "60s"))
                .then("1s", bad("http"))
                .then("10s", good("http"))
                .then("61s", bad("http"))
                .then("70s", good("http"));

        drill.run();

        assertThat(recovered(drill)).isEqualTo(s("70s"));
    }

    @Test
    void a_recovery_after_our_undo_is_never_counted_as_the_teams() {
        Stage drill =
                broken(plot().fault("lose", "0s", "30s").fault("slow", "60s")).then("31s", good("http"));

        drill.run();

        assertThat(recovered(drill)).isNull();
        assertThat(drill.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
    }

    @Test
    void the_undo_of_a_fault_waits_while_a_steady_period_that_began_before_may_still_be_the_recovery() {
        Stage drill = broken(plot().fault("lose", "0s", "30s")).then("28s", good("http"));

        drill.run();

        assertThat(recovered(drill)).isEqualTo(s("28s"));
    }

    @Test
    void a_steady_period_that_began_before_the_faults_end_and_broke_after_it_is_no_recovery() {
        Stage drill = broken(plot().fault("lose", "0s", "30s"))
                .then("28s", good("http"))
                .then("32s", bad("http"))
                .then("33s", good("http"));

        drill.run();

        assertThat(recovered(drill)).isNull();
        assertThat(cause(drill)).isEqualTo(EndCause.FAULTS_ENDED);
    }

    @Test
    void if_the_system_is_steady_when_the_deadline_comes_the_drill_waits_for_sustained() {
        Stage drill = broken(plot().deadline("1m")).then("59.999s", good("http"));

        drill.run();

        assertThat(recovered(drill)).isEqualTo(s("59.999s"));
    }

    @Test
    void a_start_at_the_deadline_does_not_count() {
        Stage drill = broken(plot().deadline("1m")).then("60s", good("http"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.NOT_RECOVERED);
    }

    @Test
    void a_start_after_the_deadline_does_not_count_however_late_the_tick() {
        Ledger drill = Drills.running(plot().deadline("1m"))
                .at("71s")
                .add(Drills.turned(dev.understudy.probe.Quality.GOOD, "71s"));

        var decided = DrillRules.decide(drill.drill(), new Signal.Tick(), Ledger.stamp(s("2m")));

        assertThat(decided).singleElement().isEqualTo(new DrillEvent.EndDecided(EndCause.DEADLINE, "after 1m"));
    }

    @Test
    void a_clock_that_never_stopped_is_censored_when_the_drill_closed() {
        Stage drill = broken(plot()).then("30s", stop(EndCause.PERSON)).then("30.3s", alert(), ack("bo"));

        drill.run();

        Marks marks = drill.drill().marks();
        assertThat(marks.detected()).isNull();
        assertThat(marks.acknowledged()).isNull();
        assertThat(marks.recovered()).isNull();
        assertThat(marks.closed()).isEqualTo(s("35.8s"));
    }

    @Test
    void unknown_breaks_sustained() {
        Stage drill = broken(plot())
                .then("10s", good("http"))
                .then("12s", unknown("http"))
                .then("13s", good("http"));

        drill.run();

        assertThat(recovered(drill)).isEqualTo(s("13s"));
    }

    @Test
    void unknown_is_never_impact() {
        Stage drill = Stage.open(plot()).then("1s", unknown("http")).then("30s", good("http"));

        drill.run();

        assertThat(drill.drill().marks().impact()).isNull();
        assertThat(cause(drill)).isEqualTo(EndCause.NO_IMPACT);
    }

    @Test
    void unknown_aborts_after_its_limit() {
        Stage drill = broken(plot()).then("10s", unknown("http"));

        drill.run();

        assertThat(cause(drill)).isEqualTo(EndCause.BLIND);
        assertThat(after(drill, Mark.measured(end(drill), Duration.ZERO))).isEqualTo(s("70s"));
    }

    @Test
    void the_probe_that_has_been_blind_the_longest_decides() {
        Stage drill = broken(plot().guard("payments", "30s"))
                .then("2s", unknown("payments"))
                .then("50s", unknown("http"));

        drill.run();

        assertThat(after(drill, Mark.measured(end(drill), Duration.ZERO))).isEqualTo(s("62s"));
    }

    @Test
    void each_clock_carries_the_error_of_the_reading_that_decided_it() {
        Stage drill = broken(plot()).then("9s", good("http"));

        drill.run();

        assertThat(drill.drill().marks().impact()).extracting(Mark::error).isEqualTo(Duration.ofMillis(10));
        assertThat(drill.drill().marks().recovered()).extracting(Mark::error).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void what_was_told_carries_the_grade_of_its_source_and_the_sources_own_time() {
        Stage drill = broken(plot()).then("4s", ack("bo").late("1s")).then("9s", good("http"));

        drill.run();

        Instant said = Ledger.OPENED.plus(s("5.2s")).plus(s("3s"));
        assertThat(drill.drill().marks().acknowledged()).extracting(Mark::grade).isEqualTo(Grade.C);
        assertThat(drill.entries()).extracting(Entry::event).contains(new DrillEvent.Acknowledged("bo", said));
    }

    @Test
    void the_undone_clock_stops_when_the_last_change_is_undone_even_if_that_was_before_the_end() {
        Stage drill = broken(plot().fault("lose", "0s", "30s").changesPerFault(2));

        drill.run();

        assertThat(after(drill, drill.drill().marks().undone())).isEqualTo(s("30.8s"));
    }

    private static Duration end(Stage drill) {
        Duration at = drill.drill().marks().endDecided();
        return at == null ? Duration.ZERO : at;
    }
}
