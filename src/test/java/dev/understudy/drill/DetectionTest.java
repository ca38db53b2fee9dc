package dev.understudy.drill;

import static dev.understudy.drill.Cue.ack;
import static dev.understudy.drill.Cue.alert;
import static dev.understudy.drill.Cue.bad;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.wrote;
import static dev.understudy.drill.Incidents.broken;
import static dev.understudy.drill.Plot.plot;
import static dev.understudy.drill.Plot.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The law's second chapter, a test for each sentence: alerts and acknowledgements. */
class DetectionTest {
    /** Offset of a mark from the first injection. */
    private static @Nullable Duration after(Stage drill, @Nullable Mark mark) {
        Mark zero = drill.drill().marks().injected();
        return mark == null || zero == null ? null : mark.at().minus(zero.at());
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
    void no_alert_counts_where_the_scenario_names_none() {
        Stage drill =
                broken(plot().noAlertCounts()).then("2s", alert("DiskFull")).then("9s", good("http"));

        drill.run();

        assertThat(drill.drill().marks().detected()).isNull();
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
    void what_was_told_carries_the_grade_of_its_source_and_the_sources_own_time() {
        Stage drill = broken(plot()).then("4s", ack("bo").late("1s")).then("9s", good("http"));

        drill.run();

        Instant said = Ledger.OPENED.plus(s("5.2s")).plus(s("3s"));
        assertThat(drill.drill().marks().acknowledged()).extracting(Mark::grade).isEqualTo(Grade.C);
        assertThat(drill.entries()).extracting(Entry::event).contains(new DrillEvent.Acknowledged("bo", said));
    }
}
