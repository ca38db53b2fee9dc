package dev.understudy.drill;

import static dev.understudy.drill.Cue.bad;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.stop;
import static dev.understudy.drill.Incidents.repaired;
import static dev.understudy.drill.Plot.plot;
import static dev.understudy.drill.Plot.s;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.UndoResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After our undo the service is observed until it is steady again, for twenty minutes at most. */
class SettlingTest {
    private static Stage brokenAndStopped(Hand hand, EndCause cause) {
        return Stage.open(plot(), hand).then("1s", bad("http")).then("10s", stop(cause));
    }

    /** From the undo to the end. */
    private static Duration wait(Stage drill) {
        Marks marks = drill.drill().marks();
        Mark undone = marks.undone();
        Duration closed = marks.closed();
        return undone == null || closed == null ? Duration.ZERO : closed.minus(undone.at());
    }

    private static List<String> notes(Stage drill) {
        return drill.entries().stream()
                .map(Entry::event)
                .filter(DrillEvent.Noted.class::isInstance)
                .map(e -> ((DrillEvent.Noted) e).text())
                .toList();
    }

    @Test
    void a_drill_closes_when_the_service_is_steady_again_and_names_the_wait() {
        Stage drill = brokenAndStopped(new Hand().healsAfter("7m"), EndCause.PERSON);

        drill.run();

        assertThat(wait(drill)).isBetween(s("7m"), s("7m1s"));
        assertThat(notes(drill)).containsExactly("steady again 7m after the undo");
    }

    @Test
    void a_drill_closes_after_twenty_minutes_and_says_that_the_service_is_not_steady() {
        Stage drill = brokenAndStopped(new Hand().healsAfter("3h"), EndCause.PERSON);

        drill.run();

        assertThat(wait(drill)).isBetween(s("20m"), s("20m1s"));
        assertThat(notes(drill)).singleElement().asString().startsWith("the service is not steady 20m");
    }

    @Test
    void a_service_that_is_steady_already_is_not_waited_for() {
        Stage drill = repaired(plot());

        drill.run();

        assertThat(wait(drill)).isLessThan(s("1s"));
        assertThat(notes(drill)).isEmpty();
    }

    @Test
    void a_service_that_breaks_again_while_the_drill_closes_is_not_said_to_have_been_waited_for() {
        Stage drill = Stage.open(plot(), new Hand().healsAfter("3h"))
                .then("1s", bad("http"))
                .then("9s", good("http"))
                .then("14.55s", bad("http"));

        drill.run();

        assertThat(notes(drill)).singleElement().asString().startsWith("the service is not steady 200ms after");
    }

    @Test
    void nothing_is_waited_for_where_we_undid_nothing() {
        Stage drill = brokenAndStopped(new Hand().undoes(UndoResult.RESTORED).healsAfter("7m"), EndCause.PERSON);

        drill.run();

        assertThat(wait(drill)).isLessThan(s("1s"));
    }

    @ParameterizedTest
    @EnumSource(
            value = EndCause.class,
            names = {"SIGNAL", "CRASH", "FOREIGN_UNDO", "REAL_EMERGENCY", "JOURNAL_LOST"})
    void nobody_is_kept_waiting_who_needs_the_process_to_end(EndCause cause) {
        Stage drill = brokenAndStopped(new Hand().healsAfter("7m"), cause);

        drill.run();

        assertThat(wait(drill)).isLessThan(s("1s"));
    }

    @Test
    void a_process_that_is_told_to_end_while_it_waits_ends() {
        Stage drill = brokenAndStopped(new Hand().healsAfter("7m"), EndCause.PERSON)
                .then("1m", stop(EndCause.SIGNAL))
                .then("2m", good("http"));

        drill.run();

        assertThat(wait(drill)).isBetween(s("49s"), s("50s"));
        assertThat(drill.outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void a_process_that_is_told_to_end_while_it_undoes_ends_when_everything_is_undone() {
        Stage drill =
                brokenAndStopped(new Hand().healsAfter("7m"), EndCause.PERSON).then("10.2s", stop(EndCause.SIGNAL));

        drill.run();

        assertThat(wait(drill)).isLessThan(s("1s"));
        assertThat(drill.drill().touching()).isFalse();
    }

    @Test
    void the_process_that_takes_over_after_a_kill_does_not_wait_for_probes_that_nobody_reads() {
        Stage drill = brokenAndStopped(new Hand(), EndCause.PERSON).diesAt("10.2s");

        drill.run();

        assertThat(wait(drill)).isLessThan(s("1s"));
    }
}
