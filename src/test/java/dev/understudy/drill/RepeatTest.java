package dev.understudy.drill;

import static dev.understudy.drill.Cue.bad;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.stop;
import static dev.understudy.drill.Cue.unknown;
import static dev.understudy.drill.Plot.plot;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.probe.Quality;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that are put in again, hit newcomers too, or wait for a probe. */
class RepeatTest {
    private static final Cue NEWCOMER = Cue.of(new Signal.PodAppeared("cache-2"));

    /** Offsets from the first injection at which rounds were decided, in whole seconds. */
    private static List<Long> rounds(Stage stage) {
        Duration zero = requireNonNull(stage.drill().marks().injected()).at();
        return stage.entries().stream()
                .filter(e -> e.event() instanceof DrillEvent.RoundBegun)
                .map(e -> e.stamp().offset().minus(zero).toSeconds())
                .toList();
    }

    private static List<String> order(Stage stage) {
        return stage.entries().stream()
                .map(Entry::event)
                .filter(e -> e instanceof DrillEvent.InjectionBegun
                        || e instanceof DrillEvent.ImpactSeen
                        || e instanceof DrillEvent.RecoverySeen)
                .map(e -> e instanceof DrillEvent.InjectionBegun(String fault)
                        ? fault
                        : e.getClass().getSimpleName())
                .toList();
    }

    @Test
    void a_fault_is_put_in_as_often_as_was_said() {
        Stage drill = Stage.open(plot().repeated("kill", "0s", "10s", 4))
                .then("1s", bad("http"))
                .then("50s", good("http"))
                .run();

        assertThat(rounds(drill)).containsExactly(10L, 20L, 30L);
        assertThat(requireNonNull(drill.drill().faults().get("kill")).podsHit()).isEqualTo(6);
    }

    @Test
    void recovery_is_looked_for_after_the_last_promised_round() {
        Stage drill = Stage.open(plot().repeated("kill", "0s", "10s", 4))
                .then("1s", bad("http"))
                .then("9s", good("http"))
                .run();

        assertThat(requireNonNull(drill.drill().marks().recovered()).at())
                .isGreaterThanOrEqualTo(
                        requireNonNull(drill.drill().marks().injected()).at().plusSeconds(30));
    }

    @Test
    void a_service_that_holds_out_while_the_fault_goes_on_has_recovered() {
        Stage drill = Stage.open(plot().repeated("kill", "0s", "2s", null))
                .then("1s", bad("http"))
                .then("9s", good("http"))
                .run();

        assertThat(drill.outcome()).isEqualTo(Outcome.SELF_HEALED);
        assertThat(rounds(drill)).contains(2L, 4L, 6L, 8L);
    }

    @Test
    void no_round_is_begun_once_the_end_is_decided() {
        Stage drill = Stage.open(plot().repeated("kill", "0s", "10s", null))
                .then("1s", bad("http"))
                .then("15s", stop(EndCause.PERSON))
                .run();

        assertThat(rounds(drill)).containsExactly(10L);
    }

    @Test
    void a_pod_that_appears_later_is_hit_too() {
        Stage drill = Stage.open(plot().sticky("kill", "0s"))
                .then("1s", bad("http"))
                .then("4s", NEWCOMER)
                .then("7s", NEWCOMER)
                .then("9s", good("http"))
                .run();

        assertThat(rounds(drill)).containsExactly(0L, 4L, 7L);
    }

    @Test
    void pods_that_appear_while_a_round_is_under_way_get_one_more_round_and_no_more() {
        Stage drill = Stage.open(plot().sticky("kill", "0s"), new Hand().injectingTakes("3s"))
                .then("1s", bad("http"))
                .then("4s", NEWCOMER, NEWCOMER, NEWCOMER, NEWCOMER)
                .then("30s", good("http"))
                .run();

        assertThat(rounds(drill)).containsExactly(3L, 4L);
    }

    @Test
    void a_pod_that_appears_after_the_end_is_left_alone() {
        Stage drill = Stage.open(plot().sticky("kill", "0s").sustained("1s"), new Hand().healsAfter("30s"))
                .then("1s", bad("http"))
                .then("5s", stop(EndCause.PERSON))
                .then("6s", NEWCOMER)
                .run();

        assertThat(rounds(drill)).containsExactly(0L);
    }

    @Test
    void a_fault_waits_until_its_probe_reads_so() {
        Stage drill = Stage.open(plot().fault("lose", "0s").waiting("worse", "0s", "http", Quality.BAD))
                .then("5s", bad("http"))
                .then("20s", good("http"))
                .run();

        assertThat(order(drill)).containsExactly("lose", "ImpactSeen", "worse", "RecoverySeen");
    }

    @Test
    void a_fault_that_waits_holds_up_no_other() {
        Stage drill = Stage.open(plot().fault("lose", "0s")
                        .waiting("never", "1s", "http", Quality.UNKNOWN)
                        .fault("late", "10s"))
                .then("5s", bad("http"))
                .then("20s", unknown("http"))
                .then("21s", good("http"))
                .run();

        assertThat(order(drill)).containsSubsequence("lose", "late", "never");
    }

    @Test
    void a_drill_whose_last_fault_waited_in_vain_is_no_evidence() {
        Stage drill = Stage.open(plot().fault("lose", "0s").waiting("worse", "0s", "http", Quality.BAD))
                .run();

        assertThat(requireNonNull(drill.drill().ending()).cause()).isEqualTo(EndCause.INJECTION_FAILED);
    }
}
