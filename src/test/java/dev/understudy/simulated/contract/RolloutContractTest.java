package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How Deployments roll; what their replica sets do is part of it. */
class RolloutContractTest extends WorkloadContract {
    private static final String NOWHERE = "nowhere.invalid/app:broken";

    private void web(int replicas, String spec) {
        create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: %d
                  selector: {matchLabels: {app: web}}
                  %s
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      terminationGracePeriodSeconds: 1
                      containers: [{name: main, image: "app:1"}]
                """.formatted(replicas, spec));
    }

    private JsonNode web() {
        return apps("deployments", "web");
    }

    private void setImage(String image) {
        setImage("apps/v1", "Deployment", "web", image);
    }

    private void awaitRolledOut(String image, int replicas) {
        eventually(() -> {
            JsonNode web = web();
            assertThat(web.at("/status/observedGeneration")).isEqualTo(web.at("/metadata/generation"));
            assertThat(web.at("/status/availableReplicas").asInt()).isEqualTo(replicas);
            assertThat(web.at("/status/updatedReplicas").asInt()).isEqualTo(replicas);
            assertThat(web.at("/status/replicas").asInt()).isEqualTo(replicas);
            assertThat(set(image).at("/spec/replicas").asInt()).isEqualTo(replicas);
        });
    }

    private List<JsonNode> sets() {
        return items(apps("replicasets", "")).stream()
                .sorted(Comparator.comparing(RolloutContractTest::revision))
                .toList();
    }

    private static String revision(JsonNode object) {
        return object.at("/metadata/annotations")
                .path("deployment.kubernetes.io/revision")
                .asText();
    }

    /** Returns the replica set whose template has an image. */
    private JsonNode set(String image) {
        return sets().stream()
                .filter(set -> set.at("/spec/template/spec/containers/0/image")
                        .asText()
                        .equals(image))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode progressing() {
        return condition(web(), "Progressing");
    }

    @Test
    void a_rollout_that_stands_still_for_too_long_says_so() {
        web(1, "progressDeadlineSeconds: 1");
        awaitRolledOut("app:1", 1);

        setImage(NOWHERE);

        eventually(() -> assertThat(progressing().path("reason").asText()).isEqualTo("ProgressDeadlineExceeded"));
        assertThat(progressing().path("status").asText()).isEqualTo("False");
        assertThat(progressing().path("message").asText())
                .isEqualTo("ReplicaSet \"" + name(set(NOWHERE)) + "\" has timed out progressing.");
        assertThat(condition(web(), "Available").path("status").asText()).isEqualTo("True");
    }

    @Test
    void a_finished_rollout_says_so() {
        web(1, "minReadySeconds: 0");
        awaitRolledOut("app:1", 1);

        eventually(() -> assertThat(progressing().path("reason").asText()).isEqualTo("NewReplicaSetAvailable"));
        assertThat(progressing().path("message").asText())
                .isEqualTo("ReplicaSet \"" + name(sets().getFirst()) + "\" has successfully progressed.");
        assertThat(condition(web(), "Available").path("message").asText())
                .isEqualTo("Deployment has minimum availability.");
    }

    @Test
    void a_paused_deployment_rolls_when_it_is_resumed() {
        web(1, "paused: true");
        eventually(() -> assertThat(progressing().path("reason").asText()).isEqualTo("DeploymentPaused"));
        assertThat(sets()).isEmpty();

        merge("apps/v1", "Deployment", "web", "{\"spec\":{\"paused\":null}}");

        awaitRolledOut("app:1", 1);
    }

    @Test
    void a_deployment_that_recreates_has_no_pod_of_two_templates_at_once() {
        web(2, "strategy: {type: Recreate}");
        awaitRolledOut("app:1", 2);

        setImage(NOWHERE);

        eventually(() -> assertThat(pods())
                .hasSize(2)
                .allMatch(pod -> image(pod).asText().equals(NOWHERE)));
        assertThat(set("app:1").at("/spec/replicas").asInt()).isZero();
    }

    @Test
    void a_template_that_comes_back_takes_its_old_replica_set_and_a_new_number() {
        web(1, "minReadySeconds: 0");
        awaitRolledOut("app:1", 1);
        String first = name(set("app:1"));
        setImage("app:2");
        awaitRolledOut("app:2", 1);

        setImage("app:1");
        awaitRolledOut("app:1", 1);

        eventually(() -> assertThat(revision(web())).isEqualTo("3"));
        JsonNode again = set("app:1");
        assertThat(name(again)).isEqualTo(first);
        assertThat(revision(again)).isEqualTo("3");
        assertThat(again.at("/metadata/annotations")
                        .path("deployment.kubernetes.io/revision-history")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void only_so_many_old_replica_sets_are_kept() {
        web(1, "revisionHistoryLimit: 1");
        awaitRolledOut("app:1", 1);
        for (String image : List.of("app:2", "app:3")) {
            setImage(image);
            awaitRolledOut(image, 1);
        }

        eventually(() ->
                assertThat(sets()).extracting(RolloutContractTest::revision).containsExactly("2", "3"));
    }

    @Test
    void a_stuck_rollout_that_is_scaled_shares_the_new_pods_among_its_replica_sets() {
        web(4, "strategy: {rollingUpdate: {maxSurge: 2, maxUnavailable: 0}}");
        awaitRolledOut("app:1", 4);
        setImage(NOWHERE);
        eventually(() -> assertThat(set(NOWHERE).at("/spec/replicas").asInt()).isEqualTo(2));

        client.apps().deployments().inNamespace(namespace).withName("web").scale(8);

        eventually(() -> {
            assertThat(set("app:1").at("/spec/replicas").asInt()).isEqualTo(7);
            assertThat(set(NOWHERE).at("/spec/replicas").asInt()).isEqualTo(3);
        });
    }

    @Test
    void a_deployment_tells_of_its_replica_sets_in_events() {
        web(1, "minReadySeconds: 0");
        awaitRolledOut("app:1", 1);

        setImage("app:2");
        awaitRolledOut("app:2", 1);

        String first = name(set("app:1"));
        String second = name(set("app:2"));
        eventually(() -> assertThat(events("web", "ScalingReplicaSet"))
                .containsExactlyInAnyOrder(
                        "Scaled up replica set " + first + " from 0 to 1",
                        "Scaled up replica set " + second + " from 0 to 1",
                        "Scaled down replica set " + first + " from 1 to 0"));
    }
}
