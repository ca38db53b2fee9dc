package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AutoscalersContractTest extends ServerContract {
    private void web(int replicas, String spec) {
        create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: %d
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {%s containers: [{name: web, image: "web:1", resources: {requests: {cpu: 100m}}}]}
                """.formatted(replicas, spec));
    }

    private void autoscaler(String target, int least, int most) {
        create("""
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %s}
                  minReplicas: %d
                  maxReplicas: %d
                  metrics:
                    - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}
                """.formatted(target, least, most));
    }

    private JsonNode status() {
        return get("/apis/autoscaling/v2/namespaces/NS/horizontalpodautoscalers/web")
                .path("status");
    }

    private String condition(String type) {
        return StreamSupport.stream(status().path("conditions").spliterator(), false)
                .filter(each -> each.path("type").asText().equals(type))
                .map(each ->
                        each.path("status").asText() + " " + each.path("reason").asText() + ": "
                                + each.path("message").asText())
                .findFirst()
                .orElse("");
    }

    private int replicas() {
        return get("/apis/apps/v1/namespaces/NS/deployments/web")
                .at("/spec/replicas")
                .asInt();
    }

    private List<String> events() {
        return StreamSupport.stream(
                        get("/api/v1/namespaces/NS/events").path("items").spliterator(), false)
                .filter(event -> event.at("/involvedObject/kind").asText().equals("HorizontalPodAutoscaler"))
                .map(event ->
                        event.path("type").asText() + " " + event.path("reason").asText() + ": "
                                + event.path("message").asText())
                .toList();
    }

    @Test
    void an_autoscaler_keeps_its_workload_within_its_bounds_without_any_metric() {
        web(1, "");
        autoscaler("web", 3, 5);

        eventually(() -> {
            assertThat(replicas()).isEqualTo(3);
            assertThat(events())
                    .contains("Normal SuccessfulRescale: New size: 3; reason: Current number of replicas below"
                            + " Spec.MinReplicas");
        });
    }

    @Test
    void an_autoscaler_stands_aside_while_its_workload_has_no_replicas() {
        web(0, "");
        autoscaler("web", 1, 5);

        eventually(() -> {
            assertThat(condition("ScalingActive"))
                    .isEqualTo("False ScalingDisabled: scaling is disabled since the replica count of the target is"
                            + " zero");
            assertThat(condition("AbleToScale"))
                    .isEqualTo("True SucceededGetScale: the HPA controller was able to get the target's current scale");
        });
        assertThat(replicas()).isZero();
    }

    @Test
    void an_autoscaler_without_a_target_says_so() {
        autoscaler("absent", 1, 5);

        eventually(() -> {
            assertThat(condition("AbleToScale"))
                    .isEqualTo("False FailedGetScale: the HPA controller was unable to get the target's current scale:"
                            + " deployments.apps \"absent\" not found");
            assertThat(events()).contains("Warning FailedGetScale: deployments.apps \"absent\" not found");
        });
    }

    @Test
    void an_autoscaler_without_measurements_leaves_its_workload_alone_and_says_why() {
        web(2, "nodeSelector: {us: nowhere},");
        autoscaler("web", 1, 5);

        eventually(() -> {
            assertThat(condition("ScalingActive"))
                    .startsWith(
                            "False FailedGetResourceMetric: the HPA was unable to compute the replica count: failed to"
                                    + " get cpu utilization: ");
            assertThat(events())
                    .anyMatch(event ->
                            event.startsWith("Warning FailedGetResourceMetric: failed to get cpu utilization: "))
                    .anyMatch(event -> event.startsWith("Warning FailedComputeMetricsReplicas: invalid metrics (1"
                            + " invalid out of 1), first error is: failed to get cpu resource metric value: failed to get"
                            + " cpu utilization: "));
            assertThat(status().path("currentReplicas").asInt()).isEqualTo(2);
        });
        assertThat(replicas()).isEqualTo(2);
    }

    @Test
    void the_defaults_of_an_autoscaler_with_a_behaviour_are_filled_in() {
        create("""
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                  maxReplicas: 3
                  behavior: {scaleDown: {stabilizationWindowSeconds: 10}}
                """);

        JsonNode spec = get("/apis/autoscaling/v2/namespaces/NS/horizontalpodautoscalers/web")
                .path("spec");

        assertThat(spec.path("minReplicas").asInt()).isEqualTo(1);
        assertThat(spec.at("/metrics/0/resource/target/averageUtilization").asInt())
                .isEqualTo(80);
        assertThat(spec.at("/behavior/scaleUp/stabilizationWindowSeconds").asInt(-1))
                .isZero();
        assertThat(spec.at("/behavior/scaleUp/selectPolicy").asText()).isEqualTo("Max");
        assertThat(spec.at("/behavior/scaleUp/policies")).hasSize(2);
        assertThat(spec.at("/behavior/scaleDown/stabilizationWindowSeconds").asInt())
                .isEqualTo(10);
        assertThat(spec.at("/behavior/scaleDown/policies/0/value").asInt()).isEqualTo(100);
    }
}
