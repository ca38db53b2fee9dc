package dev.understudy.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.exclusion.BreachKind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people tell a drill from another terminal, and what it makes of that. */
class OrdersTest {
    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = House.open(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_acknowledgement_stops_the_clock_and_is_self_reported() throws Exception {
        Answer answer = house.give(new Order.Acknowledge("bo"));

        assertThat(answer.result()).isEqualTo("bo took it; the acknowledgement clock has stopped");
        assertThat(house.playing.drill().people().acknowledgedBy()).isEqualTo("bo");
        assertThat(house.playing.news())
                .singleElement()
                .satisfies(entry -> assertThat(entry.origin()).isEqualTo(new Origin("bo", "terminal", Grade.C)));
    }

    @Test
    void an_excluded_responders_acknowledgement_never_stops_the_clock_and_is_a_breach() throws Exception {
        Answer answer = house.give(new Order.Acknowledge("ana"));

        assertThat(answer.result()).contains("ana is excluded", "breach", "the acknowledgement clock goes on");
        assertThat(house.playing.drill().marks().acknowledged()).isNull();
        assertThat(house.playing.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        DrillEvent.Breached.class,
                        breach -> assertThat(breach.kind()).isEqualTo(BreachKind.ACTED));
    }

    @Test
    void a_second_acknowledgement_is_only_noted() throws Exception {
        house.give(new Order.Acknowledge("bo"));

        assertThat(house.give(new Order.Acknowledge("copilot")).result()).isEqualTo("copilot acknowledged too");
    }

    @Test
    void a_note_stands_in_the_timeline_with_its_author_and_without_control_characters() throws Exception {
        house.give(new Order.Note("bo", "the cache\u001b[2J\nis empty"));

        assertThat(house.playing.events()).containsExactly(new DrillEvent.Noted("bo: the cache [2J is empty"));
    }

    @Test
    void a_hint_is_recorded_and_read_out() throws Exception {
        Answer answer = house.give(new Order.Hint(Order.FACILITATOR, 1));

        assertThat(answer.result()).isEqualTo("hint of level 1: Which dashboard?");
        assertThat(house.playing.events()).containsExactly(new DrillEvent.HintGiven(1, "Which dashboard?"));
    }

    @Test
    void a_hint_that_the_scenario_does_not_have_is_refused_with_those_it_has() {
        refused(new Order.Hint(Order.FACILITATOR, 4), 422, "there is no hint of level 4; this drill has 1");
    }

    @Test
    void each_kind_of_breach_is_recorded_as_what_it_is() throws Exception {
        for (BreachKind kind : BreachKind.values()) {
            house.give(new Order.Breach("ana", kind, "in the hallway"));
        }

        assertThat(house.playing.events())
                .extracting(event -> ((DrillEvent.Breached) event).kind())
                .containsExactly(BreachKind.values());
    }

    @Test
    void the_same_breach_told_twice_is_recorded_once() throws Exception {
        house.give(new Order.Breach("ana", BreachKind.ADVISED, "in the hallway"));

        Answer again = house.give(new Order.Breach("ana", BreachKind.ADVISED, "in the hallway"));

        assertThat(again.result()).contains("nothing changes");
        assertThat(house.playing.events()).hasSize(1);
    }

    @Test
    void what_somebody_does_who_is_not_excluded_is_no_breach() {
        refused(
                new Order.Breach("bo", BreachKind.ACTED, ""),
                422,
                "bo is not excluded from this drill, so nothing that bo does is a breach; excluded: ana");
    }

    @Test
    void an_unknown_responder_is_refused_with_the_names_of_the_roster() {
        refused(
                new Order.Acknowledge("zoe"),
                422,
                "there is no responder 'zoe' in the roster; there are ana, bo, copilot");
        refused(
                new Order.Acknowledge(Order.FACILITATOR),
                422,
                "there is no responder 'facilitator' in the roster; there are ana, bo, copilot");
    }

    @Test
    void glass_broken_for_the_fault_lets_the_drill_go_on() throws Exception {
        Answer answer = house.give(new Order.BreakGlass("bo", "we are stuck", false));

        assertThat(answer.result()).isEqualTo("written down; the drill goes on and counts as rescued");
        assertThat(house.playing.drill().ending()).isNull();
    }

    @Test
    void a_real_emergency_ends_the_drill_at_once() throws Exception {
        Answer answer = house.give(new Order.BreakGlass("bo", "the building burns", true));

        assertThat(answer.result()).contains("ends at once");
        assertThat(house.playing.drill().ending())
                .isEqualTo(new DrillEvent.EndDecided(EndCause.REAL_EMERGENCY, "bo: the building burns"));
    }

    @Test
    void an_abort_ends_the_drill_and_a_second_changes_nothing() throws Exception {
        house.give(new Order.Abort(Order.FACILITATOR, "enough"));

        Answer again = house.give(new Order.Abort(Order.FACILITATOR, "really"));

        assertThat(again.result()).contains("ending already");
        assertThat(house.playing.drill().ending())
                .isEqualTo(new DrillEvent.EndDecided(EndCause.PERSON, "facilitator: enough"));
    }

    @Test
    void an_order_for_a_drill_that_is_over_is_refused() {
        house.playing.end();

        refused(new Order.Note("bo", "too late"), 503, "drill checkout-cache-loss-20261121t101500z-7f3a is over");
    }

    private void refused(Order order, int status, String detail) {
        assertThatExceptionOfType(RequestProblem.class)
                .isThrownBy(() -> house.give(order))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(status))
                .withMessage(detail);
        assertThat(house.playing.news()).isEmpty();
    }
}
