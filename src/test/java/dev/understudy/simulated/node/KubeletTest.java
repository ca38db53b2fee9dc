package dev.understudy.simulated.node;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubeletTest {
    private final SmallCluster cluster = new SmallCluster(new HandClock(), Pace.DEFAULT);

    @AfterEach
    void close() {
        cluster.close();
    }

    private void pod(String annotations, String image, String more) {
        cluster.with("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, annotations: {%s}}
            spec:
              %s
              containers: [{name: web, image: "%s"}]
            """.formatted(annotations, more, image));
    }

    private ObjectNode web() {
        return cluster.get(Kinds.POD, "web");
    }

    private String waiting() {
        return web().at("/status/containerStatuses/0/state/waiting/reason").asText();
    }

    @Test
    void creates_then_runs_a_pod_and_says_so_in_its_status() {
        pod("", "web:1", "");
        eventually(() -> assertThat(waiting()).isEqualTo("ContainerCreating"));

        cluster.pass(Pace.DEFAULT.podStart());

        eventually(() -> assertThat(Condition.isTrue(web(), "Ready")).isTrue());
        ObjectNode status = (ObjectNode) web().path("status");
        assertThat(status.path("phase").asText()).isEqualTo("Running");
        assertThat(status.path("podIP").asText()).startsWith("10.244.");
        assertThat(status.path("hostIP").asText()).startsWith("192.168.");
        ObjectNode container = (ObjectNode) status.at("/containerStatuses/0");
        assertThat(container.path("ready").asBoolean()).isTrue();
        assertThat(container.path("imageID").asText()).startsWith("web@sha256:");
        assertThat(web().path("metadata").path("managedFields").toString()).contains("\"kubelet\"");
    }

    @Test
    void waits_as_long_as_the_pod_says_before_it_is_ready() {
        pod("simulated.understudy.dev/ready-after: 2s", "web:1", "");
        eventually(() -> assertThat(waiting()).isEqualTo("ContainerCreating"));
        cluster.pass(Pace.DEFAULT.podStart());
        eventually(() -> assertThat(web().at("/status/phase").asText()).isEqualTo("Running"));
        assertThat(Condition.isTrue(web(), "Ready")).isFalse();

        cluster.pass(Duration.ofSeconds(2));

        eventually(() -> assertThat(Condition.isTrue(web(), "Ready")).isTrue());
    }

    @Test
    void backs_off_from_an_image_that_does_not_exist_until_it_is_corrected() {
        pod("", "web:does-not-exist", "");
        eventually(() -> assertThat(waiting()).isEqualTo("ContainerCreating"));
        cluster.pass(Pace.DEFAULT.podStart());
        eventually(() -> assertThat(waiting()).isEqualTo("ErrImagePull"));
        cluster.pass(Pace.DEFAULT.of(Duration.ofSeconds(2)));
        eventually(() -> assertThat(waiting()).isEqualTo("ImagePullBackOff"));

        cluster.edit(Kinds.POD, "web", pod -> ((ObjectNode) pod.at("/spec/containers/0")).put("image", "web:2"));

        eventually(() -> assertThat(Condition.isTrue(web(), "Ready")).isTrue());
    }

    @Test
    void a_deleted_pod_stays_ready_while_it_ends_and_is_gone_soon_after() {
        pod("", "web:1", "");
        eventually(() -> assertThat(waiting()).isEqualTo("ContainerCreating"));
        cluster.pass(Pace.DEFAULT.podStart());
        eventually(() -> assertThat(Condition.isTrue(web(), "Ready")).isTrue());

        cluster.delete(Kinds.POD, "web", "Background");

        eventually(() -> assertThat(events("Killing")).containsExactly("Stopping container web"));
        assertThat(Meta.isTerminating(web())).isTrue();
        assertThat(Condition.isTrue(web(), "Ready")).isTrue();
        cluster.pass(Pace.DEFAULT.podStop());
        eventually(() -> assertThat(cluster.has(Kinds.POD, "web")).isFalse());
    }

    @Test
    void a_pod_that_fits_no_node_waits_and_is_placed_when_one_opens() {
        cluster.with("");
        eventually(() -> assertThat(Condition.isTrue(cluster.get(Kinds.NODE, "node-a"), "Ready"))
                .isTrue());
        cordon("node-a", true);
        pod("", "web:1", "nodeSelector: {kubernetes.io/hostname: node-a}");
        eventually(() -> {
            assertThat(Condition.find(web().path("status"), "PodScheduled")
                            .orElseThrow()
                            .path("message")
                            .asText())
                    .isEqualTo("0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector,"
                            + " 1 node(s) were unschedulable. no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not"
                            + " helpful for scheduling.");
            assertThat(cluster.store.list(Kinds.EVENT, "shop"))
                    .anyMatch(event -> event.path("reason").asText().equals("FailedScheduling"));
        });

        cordon("node-a", false);

        eventually(() -> assertThat(web().at("/spec/nodeName").asText()).isEqualTo("node-a"));
    }

    private List<String> events(String reason) {
        return cluster.store.list(Kinds.EVENT, "shop").stream()
                .filter(event -> event.path("reason").asText().equals(reason))
                .map(event -> event.path("message").asText())
                .toList();
    }

    private void cordon(String node, boolean cordoned) {
        cluster.edit(
                Kinds.NODE, node, object -> object.withObjectProperty("spec").put("unschedulable", cordoned));
    }

    @Test
    void pods_of_a_removed_node_go_with_it() {
        pod("", "web:1", "nodeName: node-b");
        eventually(() -> assertThat(waiting()).isEqualTo("ContainerCreating"));

        cluster.delete(Kinds.NODE, "node-b", "Background");

        eventually(() -> {
            cluster.pass(Pace.DEFAULT.of(Duration.ofSeconds(60)));
            assertThat(cluster.has(Kinds.POD, "web")).isFalse();
        });
    }
}
