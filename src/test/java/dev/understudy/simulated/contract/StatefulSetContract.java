package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** Stateful sets called {@code db}, and what their contracts look at. */
abstract class StatefulSetContract extends WorkloadContract {
    static final String NOWHERE = "nowhere.invalid/app:broken";

    void database(int replicas, String spec, String podMetadata) {
        create("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  serviceName: db
                  replicas: %d
                  selector: {matchLabels: {app: db}}
                  %s
                  template:
                    metadata:
                      labels: {app: db}
                      %s
                    spec:
                      terminationGracePeriodSeconds: 1
                      containers: [{name: main, image: "app:1"}]
                """.formatted(replicas, spec, podMetadata));
    }

    void database(int replicas) {
        database(replicas, "", "");
    }

    JsonNode set() {
        return apps("statefulsets", "db");
    }

    JsonNode pod(String name) {
        return core("pods", name);
    }

    void change(String change) {
        merge("apps/v1", "StatefulSet", "db", change);
    }

    void setImage(String image) {
        setImage("apps/v1", "StatefulSet", "db", image);
    }

    void awaitReady(int replicas) {
        eventually(() -> {
            JsonNode set = set();
            assertThat(set.at("/status/observedGeneration").asInt())
                    .isEqualTo(set.at("/metadata/generation").asInt());
            assertThat(set.at("/status/readyReplicas").asInt()).isEqualTo(replicas);
            assertThat(set.at("/status/replicas").asInt()).isEqualTo(replicas);
        });
    }

    void awaitUpdated(int updated) {
        eventually(() -> {
            assertThat(set().at("/status/updatedReplicas").asInt()).isEqualTo(updated);
            assertThat(pods()).allMatch(WorkloadContract::isReady);
        });
    }

    List<String> images() {
        return pods().stream().map(pod -> image(pod).asText()).toList();
    }

    List<JsonNode> revisions() {
        return items(apps("controllerrevisions", ""));
    }

    static Instant created(JsonNode object) {
        return Instant.parse(object.at("/metadata/creationTimestamp").asText());
    }

    static Instant readySince(JsonNode pod) {
        return Instant.parse(condition(pod, "Ready").path("lastTransitionTime").asText());
    }
}
