package dev.understudy.drill;

import static dev.understudy.drill.Cue.ack;
import static dev.understudy.drill.Cue.alert;
import static dev.understudy.drill.Cue.bad;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.stop;
import static dev.understudy.drill.Cue.unknown;
import static dev.understudy.drill.Incidents.broken;
import static dev.understudy.drill.Plot.plot;
import static dev.understudy.drill.Plot.s;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.probe.Quality;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The law's second chapter, a test for each sentence: zero, impact, recovery, unknown. */
class ClocksTest {
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

    private static Duration end(Stage drill) {
        Duration at = drill.drill().marks().endDecided();
        return at == null ? Duration.ZERO : at;
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
    void zero_stays_even_when_the_answer_to_the_injection_comes_late() {
        Ledger drill = Drills.going(plot()).at("12s").add(new DrillEvent.FaultInjected("lose", s("1s")));

        assertThat(drill.drill().marks().injected()).isEqualTo(Mark.measured(s("10s"), s("1s")));
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
    void recovery_counts_from_impact() {
        Stage drill = Stage.open(plot().objectives("2m", "5m", "20s"))
                .then("60s", bad("http"))
                .then("80s", good("http"));

        drill.run();

        assertThat(Objectives.of(drill.drill()).recover()).isEqualTo(Objectives.Result.MET);
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
    void a_steady_period_that_is_heard_of_only_after_our_undo_began_is_no_recovery() {
        Stage drill = broken(plot().fault("lose", "0s", "30s"), new Hand().undoingTakes("10s"))
                .then("30.2s", good("http").late("0.3s"));

        drill.run();

        assertThat(recovered(drill)).isNull();
        assertThat(drill.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
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
        Ledger drill = Drills.running(plot().deadline("1m")).at("71s").add(Drills.turned(Quality.GOOD, "71s"));

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
        assertThat(marks.closed()).isEqualTo(s("35.9s"));
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
    void the_undone_clock_stops_when_the_last_change_is_undone_even_if_that_was_before_the_end() {
        Stage drill = broken(plot().fault("lose", "0s", "30s").changesPerFault(2));

        drill.run();

        assertThat(after(drill, drill.drill().marks().undone())).isEqualTo(s("30.8s"));
    }
}
