package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.store.Kinds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ReplicaSet that a quota leaves no room; each refusal names another pod. */
class RefusedReplicasTest {
    private static final String WORLD = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: full, namespace: shop}
            spec:
              hard: {pods: 0}
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 0
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers: [{name: web, image: "web:1"}]
            """;

    @Test
    void a_later_refusal_does_not_change_the_status_that_wakes_the_controller() {
        try (var cluster = new SmallCluster(new HandClock(), Pace.DEFAULT.scaled(0))) {
            cluster.with(WORLD);
            eventually(() -> assertThat(cluster.get(Kinds.RESOURCE_QUOTA, "full")
                            .at("/status/used")
                            .isEmpty())
                    .isFalse());
            cluster.edit(
                    Kinds.REPLICA_SET,
                    "web",
                    set -> set.withObjectProperty("spec").put("replicas", 1));
            eventually(() -> assertThat(refusals(cluster)).isNotEmpty());
            JsonNode first = failure(cluster);

            eventually(() -> {
                cluster.pass(Duration.ofSeconds(60));
                assertThat(refusals(cluster)).hasSizeGreaterThan(4);
            });

            assertThat(failure(cluster)).isEqualTo(first);
        }
    }

    private static JsonNode failure(SmallCluster cluster) {
        eventually(() -> assertThat(Condition.isTrue(cluster.get(Kinds.REPLICA_SET, "web"), "ReplicaFailure"))
                .isTrue());
        return Condition.find(cluster.get(Kinds.REPLICA_SET, "web").path("status"), "ReplicaFailure")
                .orElseThrow();
    }

    private static List<ObjectNode> refusals(SmallCluster cluster) {
        return cluster.store.list(Kinds.EVENT, "shop").stream()
                .filter(event -> event.path("reason").asText().equals("FailedCreate"))
                .toList();
    }
}
