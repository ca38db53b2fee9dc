package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.Worlds;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvictedPodsTest {
    private static final String BUDGET = """
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: web, namespace: shop}
            spec:
              minAvailable: 1
              selector: {matchLabels: {app: web}}
            """;

    @Test
    void a_pod_that_was_evicted_and_stays_counts_again_after_two_minutes() {
        HandClock clock = new HandClock();
        try (var cluster = new SmallCluster(clock, Pace.DEFAULT.scaled(0))) {
            cluster.with(Worlds.web(2, "") + BUDGET).untilAvailable("web", 2);
            eventually(() ->
                    assertThat(status(cluster).path("currentHealthy").asInt()).isEqualTo(2));
            evict(cluster, clock);
            eventually(() ->
                    assertThat(status(cluster).path("currentHealthy").asInt()).isEqualTo(1));

            cluster.pass(Duration.ofSeconds(121));

            eventually(() ->
                    assertThat(status(cluster).path("currentHealthy").asInt()).isEqualTo(2));
            assertThat(status(cluster).has("disruptedPods")).isFalse();
        }
    }

    private static void evict(SmallCluster cluster, HandClock clock) {
        ObjectNode budget = cluster.get(Kinds.DISRUPTION_BUDGET, "web");
        budget.withObjectProperty("status")
                .putObject("disruptedPods")
                .put(Meta.name(cluster.pods().getFirst()), Timestamps.write(clock.instant()));
        cluster.store.updateStatus(Kinds.DISRUPTION_BUDGET, budget, SmallCluster.PERSON);
    }

    private static JsonNode status(SmallCluster cluster) {
        return cluster.get(Kinds.DISRUPTION_BUDGET, "web").path("status");
    }
}
