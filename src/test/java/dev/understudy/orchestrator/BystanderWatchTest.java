package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Sighting;
import dev.understudy.drill.Signal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BystanderWatchTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final ObjectRef TARGET = deployment("cache");
    private static final ObjectRef CHECKOUT = deployment("checkout");

    private final List<Signal> told = new ArrayList<>();
    private final BystanderWatch watch = new BystanderWatch(
            TARGET, DrillClock.starting(InstantSource.fixed(NOW), () -> 0), (signal, _) -> told.add(signal));

    @Test
    void tells_at_the_first_injection_what_is_ready_beside_the_target() {
        see(TARGET, 3, 3);
        see(CHECKOUT, 2, 2);
        see(deployment("reports"), 1, 0);

        watch.begin();

        assertThat(told).containsExactly(new Signal.Surveyed(List.of(CHECKOUT), List.of(deployment("reports"))));
    }

    @Test
    void tells_when_a_workload_is_not_ready_and_when_it_is_again() {
        see(CHECKOUT, 2, 2);
        watch.begin();

        see(CHECKOUT, 2, 1);
        see(CHECKOUT, 2, 2);

        assertThat(ready()).containsExactly(false, true);
    }

    @Test
    void the_target_itself_is_no_bystander() {
        see(TARGET, 3, 3);
        watch.begin();

        see(TARGET, 0, 0);

        assertThat(ready()).isEmpty();
    }

    @Test
    void scaled_down_and_complete_is_ready_and_scaled_to_nothing_is_not() {
        see(CHECKOUT, 3, 3);
        watch.begin();

        see(CHECKOUT, 2, 2);
        see(CHECKOUT, 0, 0);

        assertThat(ready()).containsExactly(true, false);
    }

    @Test
    void scaled_up_and_not_there_yet_is_ready() {
        see(CHECKOUT, 2, 2);
        watch.begin();

        see(CHECKOUT, 5, 2);

        assertThat(ready()).containsExactly(true);
    }

    @Test
    void an_autoscaled_workload_needs_the_lower_limit_of_its_autoscaler() {
        see(CHECKOUT, 6, 6);
        watch.accept(new Sighting.Present(
                NOW,
                new ClusterObject(
                        new ObjectRef(ResourceType.AUTOSCALER, "shop", "checkout"),
                        Map.of(
                                "spec",
                                Map.of(
                                        "minReplicas",
                                        2,
                                        "scaleTargetRef",
                                        Map.of("kind", "Deployment", "name", "checkout"))))));
        watch.begin();

        see(CHECKOUT, 6, 2);
        see(CHECKOUT, 6, 1);

        assertThat(ready()).containsExactly(true, false);
    }

    @Test
    void a_rollout_may_miss_what_its_strategy_allows_until_it_is_complete() {
        see(CHECKOUT, 4, 4);
        watch.begin();

        rolled(4, 2, 3);
        rolled(4, 4, 3);
        rolled(4, 4, 4);
        rolled(4, 4, 3);

        assertThat(ready()).containsExactly(true, true, true, false);
    }

    @Test
    void a_rollout_that_loses_more_than_that_is_not_ready() {
        see(CHECKOUT, 4, 4);
        watch.begin();

        rolled(4, 2, 2);

        assertThat(ready()).containsExactly(false);
    }

    @Test
    void what_is_deleted_is_not_ready() {
        see(CHECKOUT, 2, 2);
        watch.begin();

        watch.accept(new Sighting.Removed(NOW, new ClusterObject(CHECKOUT, Map.of())));

        assertThat(ready()).containsExactly(false);
    }

    private List<Boolean> ready() {
        return told.stream()
                .filter(Signal.Bystander.class::isInstance)
                .map(s -> ((Signal.Bystander) s).ready())
                .toList();
    }

    private void see(ObjectRef workload, int wanted, int ready) {
        show(workload, wanted, Map.of("replicas", wanted, "updatedReplicas", wanted, "readyReplicas", ready));
    }

    private void rolled(int wanted, int updated, int ready) {
        show(CHECKOUT, wanted, Map.of("replicas", wanted, "updatedReplicas", updated, "readyReplicas", ready));
    }

    private void show(ObjectRef workload, int wanted, Map<String, Object> status) {
        watch.accept(new Sighting.Present(
                NOW, new ClusterObject(workload, Map.of("spec", Map.of("replicas", wanted), "status", status))));
    }

    private static ObjectRef deployment(String name) {
        return new ObjectRef(ResourceType.DEPLOYMENT, "shop", name);
    }
}
