package dev.understudy.drill;

import static dev.understudy.drill.Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a fault reached: what counts as reached by the drill, and what does not. */
class SpreadTest {
    private static final ObjectRef STOREFRONT = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "storefront");
    private static final ObjectRef ORDERS = new ObjectRef(ResourceType.STATEFUL_SET, "shop", "orders");
    private static final Signal SURVEY = new Signal.Surveyed(List.of(STOREFRONT), List.of(ORDERS));

    @Test
    void what_was_ready_before_and_is_not_after_the_injection_was_reached() {
        Ledger drill = surveyed();

        assertThat(decide(drill, down(STOREFRONT, "14s")))
                .containsExactly(new DrillEvent.SpreadSeen(STOREFRONT, Plot.s("14s"), Duration.ZERO, "0 of 2"));
    }

    @Test
    void the_same_news_twice_is_one_event() {
        Ledger drill = surveyed().add(new DrillEvent.SpreadSeen(STOREFRONT, Plot.s("14s"), Duration.ZERO, ""));

        assertThat(decide(drill, down(STOREFRONT, "15s"))).isEmpty();
    }

    @Test
    void it_ends_when_the_workload_is_ready_again_and_may_begin_anew() {
        Ledger lost = surveyed().add(new DrillEvent.SpreadSeen(STOREFRONT, Plot.s("14s"), Duration.ZERO, ""));
        Ledger back =
                Ledger.of(lost.entries()).add(new DrillEvent.SpreadEnded(STOREFRONT, Plot.s("18s"), Duration.ZERO));

        assertThat(decide(lost, up(STOREFRONT, "18s")))
                .containsExactly(new DrillEvent.SpreadEnded(STOREFRONT, Plot.s("18s"), Duration.ZERO));
        assertThat(decide(back, down(STOREFRONT, "19s"))).hasSize(1);
    }

    @Test
    void what_was_not_ready_before_is_not_the_drills_doing() {
        assertThat(decide(surveyed(), down(ORDERS, "14s"))).isEmpty();
    }

    @Test
    void what_came_after_the_injection_was_never_ready_before_it() {
        ObjectRef later = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "later");

        assertThat(decide(surveyed(), down(later, "14s"))).isEmpty();
    }

    @Test
    void news_from_before_the_injection_that_comes_late_does_not_count() {
        assertThat(decide(surveyed(), down(STOREFRONT, "9s"))).isEmpty();
    }

    @Test
    void nothing_is_measured_before_the_injection() {
        assertThat(decide(Drills.held(plot()), SURVEY)).isEmpty();
        assertThat(decide(Drills.held(plot()), down(STOREFRONT, "7s"))).isEmpty();
    }

    @Test
    void it_is_measured_to_the_close_also_while_we_undo() {
        Ledger ending = surveyed().at("20s").add(new DrillEvent.EndDecided(EndCause.DEADLINE, ""));

        assertThat(decide(ending, down(STOREFRONT, "21s"))).hasSize(1);
    }

    @Test
    void the_survey_is_taken_once() {
        assertThat(decide(Drills.running(plot()), SURVEY)).hasSize(1);
        assertThat(decide(surveyed(), SURVEY)).isEmpty();
    }

    private static Ledger surveyed() {
        return Drills.running(plot())
                .at("13s")
                .add(new DrillEvent.BystandersWatched(List.of(STOREFRONT), List.of(ORDERS)));
    }

    private static List<DrillEvent> decide(Ledger ledger, Signal signal) {
        return DrillRules.decide(ledger.drill(), signal, Ledger.stamp(Plot.s("25s")));
    }

    private static Signal down(ObjectRef workload, String at) {
        return new Signal.Bystander(workload, false, Plot.s(at), Duration.ZERO, "0 of 2");
    }

    private static Signal up(ObjectRef workload, String at) {
        return new Signal.Bystander(workload, true, Plot.s(at), Duration.ZERO, "2 of 2");
    }
}
