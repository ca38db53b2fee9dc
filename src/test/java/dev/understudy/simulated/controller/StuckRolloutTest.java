package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.Worlds;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kinds;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rollout to an image that does not exist; the numbers were observed on a real cluster. */
class StuckRolloutTest {
    private final SmallCluster cluster = new SmallCluster(new HandClock(), Pace.DEFAULT.scaled(0));

    @BeforeEach
    void rollOutWhatCannotRun() {
        cluster.with(Worlds.web(2, "progressDeadlineSeconds: 60")).untilAvailable("web", 2);
        cluster.setImage("web", "web:does-not-exist");
        eventually(() -> assertThat(sizes()).isEqualTo(Map.of("1", 2, "2", 1)));
        untilProgressing("ReplicaSetUpdated");
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void a_new_number_of_replicas_is_shared_by_the_old_and_the_new_set() {
        cluster.scale("web", 6);

        eventually(() -> assertThat(sizes()).isEqualTo(Map.of("1", 5, "2", 3)));
    }

    @Test
    void going_back_takes_the_new_pods_away_and_restores_the_number() {
        cluster.scale("web", 6);
        eventually(() -> assertThat(sizes()).isEqualTo(Map.of("1", 5, "2", 3)));

        cluster.setImage("web", "web:1");

        eventually(() -> assertThat(sizes()).isEqualTo(Map.of("2", 0, "3", 6)));
    }

    @Test
    void is_reported_once_its_deadline_has_passed() {
        cluster.pass(Duration.ofSeconds(62));

        untilProgressing("ProgressDeadlineExceeded");
        assertThat(progressing().path("status").asText()).isEqualTo("False");
        assertThat(progressing().path("message").asText()).endsWith("has timed out progressing.");
    }

    @Test
    void is_not_reported_before_its_deadline() {
        cluster.pass(Duration.ofSeconds(59));
        cluster.scale("web", 3);
        eventually(() -> assertThat(sizes()).isEqualTo(Map.of("1", 3, "2", 1)));

        assertThat(progressing().path("reason").asText()).isEqualTo("ReplicaSetUpdated");
    }

    private void untilProgressing(String reason) {
        eventually(() -> assertThat(progressing().path("reason").asText()).isEqualTo(reason));
    }

    private JsonNode progressing() {
        return Condition.find(cluster.get(Kinds.DEPLOYMENT, "web").path("status"), "Progressing")
                .orElseThrow();
    }

    /** Returns the sizes of the sets by their revision. */
    private Map<String, Integer> sizes() {
        return cluster.store.list(Kinds.REPLICA_SET, "shop").stream()
                .collect(Collectors.toMap(
                        set -> Marks.annotation(set, "deployment.kubernetes.io/revision"),
                        set -> set.at("/spec/replicas").asInt()));
    }
}
