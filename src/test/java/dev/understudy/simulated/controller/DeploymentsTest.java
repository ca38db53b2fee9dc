package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.Worlds;
import dev.understudy.simulated.node.Power;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeploymentsTest {
    private final SmallCluster cluster = new SmallCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void brings_up_as_many_ready_pods_as_asked_for() {
        cluster.with(Worlds.web(3));

        cluster.untilAvailable("web", 3);

        ObjectNode set = sets().getFirst();
        assertThat(sets()).hasSize(1);
        assertThat(Meta.name(set)).isEqualTo("web-" + Marks.label(set, "pod-template-hash"));
        assertThat(Marks.annotation(set, "deployment.kubernetes.io/revision")).isEqualTo("1");
        assertThat(cluster.pods()).allSatisfy(pod -> {
            assertThat(Meta.name(pod)).startsWith(Meta.name(set) + "-");
            assertThat(Marks.label(pod, "pod-template-hash")).isEqualTo(Marks.label(set, "pod-template-hash"));
            assertThat(Marks.controller(pod)).contains(Owner.controlling(Kinds.REPLICA_SET, set));
        });
    }

    @Test
    void says_that_it_is_available_and_that_its_rollout_is_done() {
        cluster.with(Worlds.web(2));

        cluster.untilAvailable("web", 2);

        cluster.expect(Kinds.DEPLOYMENT, "web", web -> {
            assertThat(reason(web, "Available")).isEqualTo("MinimumReplicasAvailable");
            assertThat(reason(web, "Progressing")).isEqualTo("NewReplicaSetAvailable");
            assertThat(web.at("/status/observedGeneration")).isEqualTo(web.at("/metadata/generation"));
            assertThat(web.at("/status/readyReplicas").asInt()).isEqualTo(2);
        });
    }

    @Test
    void scales_to_zero_and_back_with_endpoints_and_traffic_following() {
        cluster.with(Worlds.web(3)).untilAvailable("web", 3);
        eventually(() -> assertThat(cluster.call("web").status()).isEqualTo(200));

        cluster.scale("web", 0);

        eventually(() -> {
            assertThat(cluster.pods()).isEmpty();
            assertThat(endpoints()).isEmpty();
            assertThat(cluster.call("web").status()).isEqualTo(503);
        });
        cluster.scale("web", 3);
        eventually(() -> {
            assertThat(endpoints())
                    .hasSize(3)
                    .allMatch(each -> each.at("/conditions/ready").asBoolean());
            assertThat(cluster.call("web").status()).isEqualTo(200);
        });
    }

    @Test
    void rolls_out_a_new_template_in_a_set_of_its_own() {
        cluster.with(Worlds.web(3)).untilAvailable("web", 3);

        cluster.setImage("web", "web:2");

        eventually(() -> {
            assertThat(images()).containsExactly("web:2", "web:2", "web:2");
            assertThat(revision()).isEqualTo("2");
        });
        cluster.untilAvailable("web", 3);
        assertThat(sets()).hasSize(2).anyMatch(set -> set.at("/spec/replicas").asInt() == 0);
    }

    @Test
    void goes_back_to_the_old_set_when_the_old_template_returns() {
        cluster.with(Worlds.web(2)).untilAvailable("web", 2);
        String first = Meta.name(sets().getFirst());
        cluster.setImage("web", "web:2");
        eventually(() -> assertThat(revision()).isEqualTo("2"));

        cluster.setImage("web", "web:1");

        eventually(() -> {
            assertThat(revision()).isEqualTo("3");
            ObjectNode set = cluster.get(Kinds.REPLICA_SET, first);
            assertThat(Marks.annotation(set, "deployment.kubernetes.io/revision"))
                    .isEqualTo("3");
            assertThat(Marks.annotation(set, "deployment.kubernetes.io/revision-history"))
                    .isEqualTo("1");
            assertThat(images()).containsExactly("web:1", "web:1");
        });
        assertThat(sets()).hasSize(2);
    }

    @Test
    void keeps_serving_with_the_old_pods_when_the_new_image_does_not_exist() {
        cluster.with(Worlds.web(3)).untilAvailable("web", 3);

        cluster.setImage("web", "web:does-not-exist");

        eventually(() -> assertThat(cluster.pods())
                .anyMatch(pod -> waiting(pod).equals("ImagePullBackOff"))
                .filteredOn(pod -> Condition.isTrue(pod, "Ready"))
                .hasSize(3));
        assertThat(cluster.call("web").status()).isEqualTo(200);
        assertThat(cluster.pods()).hasSize(4);
    }

    @Test
    void recreate_starts_no_new_pod_before_the_last_old_one_is_gone() {
        cluster.with(Worlds.web(2, "strategy: {type: Recreate}")).untilAvailable("web", 2);
        String lost = cluster.pods().getFirst().at("/spec/nodeName").asText();
        cluster.edit(Kinds.NODE, lost, node -> Marks.annotate(node, Power.ANNOTATION, "off"));

        cluster.setImage("web", "web:2");

        eventually(() -> assertThat(cluster.pods()).hasSize(1));
        assertThat(sets()).hasSize(1);
        cluster.edit(Kinds.NODE, lost, node -> Marks.annotate(node, Power.ANNOTATION, "on"));
        eventually(() -> assertThat(images()).containsExactly("web:2", "web:2"));
    }

    @Test
    void a_paused_deployment_is_scaled_but_not_rolled() {
        cluster.with(Worlds.web(2, "paused: false")).untilAvailable("web", 2);
        cluster.edit(Kinds.DEPLOYMENT, "web", web -> {
            web.withObjectProperty("spec").put("paused", true).put("replicas", 3);
            ((ObjectNode) web.at("/spec/template/spec/containers/0")).put("image", "web:2");
        });

        eventually(() -> assertThat(images()).containsExactly("web:1", "web:1", "web:1"));

        cluster.expect(
                Kinds.DEPLOYMENT,
                "web",
                web -> assertThat(reason(web, "Progressing")).isEqualTo("DeploymentPaused"));
        assertThat(sets()).hasSize(1);
    }

    @Test
    void forgets_old_sets_beyond_the_history_limit() {
        cluster.with(Worlds.web(1, "revisionHistoryLimit: 1")).untilAvailable("web", 1);

        for (int version = 2; version <= 4; version++) {
            cluster.setImage("web", "web:" + version);
            cluster.untilAvailable("web", 1);
            String image = "web:" + version;
            eventually(() -> assertThat(images()).containsExactly(image));
        }

        eventually(() -> assertThat(sets())
                .extracting(set -> Marks.annotation(set, "deployment.kubernetes.io/revision"))
                .containsExactlyInAnyOrder("3", "4"));
    }

    @Test
    void replaces_a_pod_that_somebody_deletes() {
        cluster.with(Worlds.web(2)).untilAvailable("web", 2);
        ObjectNode victim = cluster.pods().getFirst();

        cluster.delete(Kinds.POD, Meta.name(victim), "Background");

        eventually(() -> assertThat(cluster.pods())
                .hasSize(2)
                .noneMatch(pod -> Meta.uid(pod).equals(Meta.uid(victim)))
                .allMatch(pod -> Condition.isTrue(pod, "Ready")));
    }

    @Test
    void lets_go_of_a_pod_whose_labels_change_and_takes_it_back() {
        cluster.with(Worlds.web(2)).untilAvailable("web", 2);
        ObjectNode suspect = cluster.pods().getFirst();
        String name = Meta.name(suspect);
        cluster.edit(
                Kinds.POD,
                name,
                pod -> pod.withObjectProperty("metadata")
                        .withObjectProperty("labels")
                        .put("app", "quarantine"));
        eventually(() -> {
            assertThat(Marks.controller(cluster.get(Kinds.POD, name))).isEmpty();
            assertThat(cluster.pods()).hasSize(3);
        });

        cluster.edit(
                Kinds.POD,
                name,
                pod -> pod.withObjectProperty("metadata")
                        .withObjectProperty("labels")
                        .put("app", "web"));

        eventually(() -> assertThat(cluster.pods())
                .hasSize(2)
                .allMatch(pod -> Marks.controller(pod).isPresent()));
    }

    @Test
    void tells_what_it_did_in_events() {
        cluster.with(Worlds.web(1)).untilAvailable("web", 1);

        eventually(() -> assertThat(cluster.store.list(Kinds.EVENT, "shop"))
                .extracting(event -> event.path("reason").asText())
                .contains("ScalingReplicaSet", "SuccessfulCreate", "Scheduled", "Pulled", "Created", "Started"));
    }

    private List<ObjectNode> sets() {
        return cluster.store.list(Kinds.REPLICA_SET, "shop");
    }

    private List<String> images() {
        return cluster.pods().stream()
                .map(pod -> pod.at("/spec/containers/0/image").asText())
                .toList();
    }

    private String revision() {
        return Marks.annotation(cluster.get(Kinds.DEPLOYMENT, "web"), "deployment.kubernetes.io/revision");
    }

    private JsonNode endpoints() {
        return cluster.store.list(Kinds.ENDPOINT_SLICE, "shop").getFirst().path("endpoints");
    }

    private static String waiting(ObjectNode pod) {
        return pod.at("/status/containerStatuses/0/state/waiting/reason").asText();
    }

    private static String reason(ObjectNode object, String condition) {
        return Condition.find(object.path("status"), condition)
                .map(found -> found.path("reason").asText())
                .orElse("none");
    }
}
