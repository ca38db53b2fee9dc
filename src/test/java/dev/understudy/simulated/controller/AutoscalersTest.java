package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kinds;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutoscalersTest {
    private static final Duration PERIOD = Duration.ofSeconds(15);

    private final SmallCluster cluster = new SmallCluster(new HandClock(), Pace.REAL);

    @AfterEach
    void close() {
        cluster.close();
    }

    private void shop(int replicas, String load, String behavior) {
        cluster.with("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, annotations: {simulated.understudy.dev/cpu: "%s"}}
            spec:
              replicas: %d
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: "web:1", resources: {requests: {cpu: 200m}}}]}
            """.formatted(load, replicas));
        allReady(replicas);
        cluster.with("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: shop}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 2
              maxReplicas: 6
              metrics:
                - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}
            %s
            """.formatted(behavior.indent(2)));
        eventually(() -> assertThat(status().path("conditions")).isNotEmpty());
    }

    private void allReady(int replicas) {
        eventually(() -> assertThat(cluster.pods())
                .hasSize(replicas)
                .allMatch(pod -> pod.at("/status/containerStatuses/0/state").has("running")
                        || pod.at("/status/containerStatuses/0/state").has("waiting")));
        cluster.pass(Duration.ofSeconds(10));
        eventually(() -> assertThat(cluster.get(Kinds.DEPLOYMENT, "web")
                        .at("/status/readyReplicas")
                        .asInt())
                .isEqualTo(replicas));
    }

    private void load(String load) {
        cluster.edit(Kinds.DEPLOYMENT, "web", web -> Marks.annotate(web, "simulated.understudy.dev/cpu", load));
    }

    private int replicas() {
        return cluster.get(Kinds.DEPLOYMENT, "web").at("/spec/replicas").asInt();
    }

    private ObjectNode status() {
        return (ObjectNode) cluster.get(Kinds.AUTOSCALER, "web").path("status");
    }

    private String reason(String type) {
        return Condition.find(status(), type).orElseThrow().path("reason").asText();
    }

    private void after(Duration time, int replicas) {
        cluster.pass(time);
        eventually(() -> {
            // it may have looked just before the time moved, and looks again a while later
            cluster.pass(Duration.ofMillis(10));
            assertThat(replicas()).isEqualTo(replicas);
        });
    }

    @Test
    void adds_replicas_until_the_load_that_they_share_is_on_target() {
        shop(2, "400m shared", "");
        eventually(() -> assertThat(replicas()).isEqualTo(4));
        allReady(4);

        cluster.pass(PERIOD);
        eventually(() -> {
            assertThat(status().at("/currentMetrics/0/resource/current/averageUtilization")
                            .asInt())
                    .isEqualTo(50);
            assertThat(status().at("/currentMetrics/0/resource/current/averageValue")
                            .asText())
                    .isEqualTo("100m");
        });
        assertThat(replicas()).isEqualTo(4);
        assertThat(reason("AbleToScale")).isEqualTo("ReadyForNewScale");
        assertThat(reason("ScalingLimited")).isEqualTo("DesiredWithinRange");
        assertThat(cluster.store.list(Kinds.EVENT, "shop"))
                .anyMatch(event -> event.path("message")
                        .asText()
                        .equals("New size: 4; reason: cpu resource utilization (percentage of request) above target"));
    }

    @Test
    void never_goes_above_its_maximum_and_says_that_it_would() {
        shop(2, "3", "");
        eventually(() -> assertThat(replicas()).isEqualTo(4));
        allReady(4);

        after(PERIOD, 6);

        eventually(() -> assertThat(reason("ScalingLimited")).isEqualTo("TooManyReplicas"));
    }

    @Test
    void takes_replicas_away_only_after_five_quiet_minutes() {
        shop(4, "400m shared", "");
        eventually(() -> assertThat(reason("AbleToScale")).isEqualTo("ReadyForNewScale"));

        load("10m");

        cluster.pass(PERIOD);
        eventually(() -> assertThat(reason("AbleToScale")).isEqualTo("ScaleDownStabilized"));
        assertThat(replicas()).isEqualTo(4);
        after(Duration.ofMinutes(5), 2);
        eventually(() -> assertThat(reason("ScalingLimited")).isEqualTo("TooFewReplicas"));
    }

    @Test
    void follows_a_policy_that_lets_it_grow_slowly() {
        shop(2, "1", "behavior: {scaleUp: {policies: [{type: Pods, value: 1, periodSeconds: 60}]}}");
        eventually(() -> assertThat(replicas()).isEqualTo(3));

        cluster.pass(PERIOD);
        eventually(() -> assertThat(reason("ScalingLimited")).isEqualTo("ScaleUpLimit"));
        assertThat(replicas()).isEqualTo(3);
        after(Duration.ofMinutes(1), 4);
    }

    @Test
    void says_which_request_is_missing() {
        shop(2, "1", "");
        cluster.edit(
                Kinds.DEPLOYMENT,
                "web",
                web -> ((ObjectNode) web.at("/spec/template/spec/containers/0")).remove("resources"));

        eventually(() -> {
            cluster.pass(Duration.ofSeconds(1));
            assertThat(Condition.find(status(), "ScalingActive")
                            .orElseThrow()
                            .path("message")
                            .asText())
                    .contains("failed to get cpu utilization: missing request for cpu in container web of Pod web-");
        });
        assertThat(reason("ScalingActive")).isEqualTo("FailedGetResourceMetric");
    }
}
