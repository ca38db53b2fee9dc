package dev.understudy.simulated.node;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeLossTest {
    private final SmallCluster cluster = new SmallCluster(new HandClock(), Pace.DEFAULT);

    @BeforeEach
    void runAPod() {
        cluster.with("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec:
              nodeName: node-a
              tolerations:
                - {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 300}
              containers: [{name: web, image: "web:1"}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            """);
        soon(() -> assertThat(Condition.isTrue(web(), "Ready")).isTrue());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    /** Lets a little time pass again and again until something holds. */
    private void soon(Runnable assertion) {
        eventually(() -> {
            cluster.pass(Duration.ofMillis(100));
            assertion.run();
        });
    }

    private void power(String value) {
        cluster.edit(Kinds.NODE, "node-a", node -> Marks.annotate(node, Power.ANNOTATION, value));
    }

    private ObjectNode web() {
        return cluster.get(Kinds.POD, "web");
    }

    private ObjectNode node() {
        return cluster.get(Kinds.NODE, "node-a");
    }

    private List<String> taints() {
        return StreamSupport.stream(node().at("/spec/taints").spliterator(), false)
                .map(taint ->
                        taint.path("key").asText() + ":" + taint.path("effect").asText())
                .sorted()
                .toList();
    }

    private List<String> events(String namespace, String reason) {
        return cluster.store.list(Kinds.EVENT, namespace).stream()
                .filter(event -> event.path("reason").asText().equals(reason))
                .map(event -> event.path("message").asText())
                .toList();
    }

    private void untilUnreachable() {
        soon(() -> assertThat(taints())
                .containsExactly(
                        "node.kubernetes.io/unreachable:NoExecute", "node.kubernetes.io/unreachable:NoSchedule"));
    }

    private void untilTerminating() {
        eventually(() -> {
            cluster.pass(Duration.ofSeconds(5));
            assertThat(Meta.isTerminating(web())).isTrue();
        });
    }

    @Test
    void a_new_node_is_ready_renews_its_lease_and_takes_pods() {
        assertThat(taints()).isEmpty();
        assertThat(Condition.isTrue(node(), "Ready")).isTrue();
        JsonNode lease =
                cluster.store.get(Kinds.LEASE, "kube-node-lease", "node-a").orElseThrow();
        assertThat(lease.at("/spec/holderIdentity").asText()).isEqualTo("node-a");
        String renewed = lease.at("/spec/renewTime").asText();

        cluster.pass(Duration.ofSeconds(10));

        eventually(() -> assertThat(cluster.store
                        .get(Kinds.LEASE, "kube-node-lease", "node-a")
                        .orElseThrow()
                        .at("/spec/renewTime")
                        .asText())
                .isGreaterThan(renewed));
    }

    @Test
    void a_silent_node_is_unknown_after_fifty_seconds_and_its_pods_serve_no_more() {
        power("off");
        untilUnreachable();

        JsonNode ready = Condition.find(node().path("status"), "Ready").orElseThrow();
        assertThat(ready.path("status").asText()).isEqualTo("Unknown");
        assertThat(ready.path("reason").asText()).isEqualTo("NodeStatusUnknown");
        assertThat(ready.path("message").asText()).isEqualTo("Kubelet stopped posting node status.");
        eventually(() -> {
            assertThat(Condition.isTrue(web(), "Ready")).isFalse();
            assertThat(web().at("/status/phase").asText()).isEqualTo("Running");
            assertThat(cluster.store.list(Kinds.ENDPOINT_SLICE, "shop"))
                    .allMatch(
                            slice -> !slice.at("/endpoints/0/conditions/ready").asBoolean());
            assertThat(events("shop", "NodeNotReady")).containsExactly("Node is not ready");
            assertThat(events("default", "NodeNotReady")).containsExactly("Node node-a status is now: NodeNotReady");
        });
    }

    @Test
    void a_short_silence_is_not_noticed() {
        power("off");
        cluster.pass(Duration.ofSeconds(4));

        power("on");

        soon(() -> assertThat(
                        web().at("/status/containerStatuses/0/restartCount").asInt())
                .isEqualTo(1));
        assertThat(events("default", "NodeNotReady")).isEmpty();
    }

    @Test
    void its_pods_are_deleted_when_their_toleration_ends_and_hang_until_it_is_back() {
        power("off");
        untilUnreachable();
        untilTerminating();
        assertThat(events("shop", "TaintManagerEviction")).containsExactly("Marking for deletion Pod shop/web");
        assertThat(Condition.isTrue(web(), "DisruptionTarget")).isTrue();
        cluster.pass(Duration.ofHours(1));

        power("on");

        soon(() -> assertThat(cluster.has(Kinds.POD, "web")).isFalse());
        soon(() -> assertThat(taints()).isEmpty());
    }

    @Test
    void a_node_that_returns_in_time_keeps_its_pods_and_starts_them_again() {
        power("off");
        untilUnreachable();
        cluster.settle(); // else the node may be back before the eviction of its pods was ever planned

        power("on");

        soon(() -> assertThat(Condition.isTrue(web(), "Ready")).isTrue());
        JsonNode container = web().at("/status/containerStatuses/0");
        assertThat(container.path("restartCount").asInt()).isEqualTo(1);
        assertThat(container.at("/lastState/terminated/reason").asText()).isEqualTo("Unknown");
        eventually(() -> assertThat(events("shop", "TaintManagerEviction"))
                .containsExactly("Cancelling deletion of Pod shop/web"));
    }

    @Test
    void a_pod_that_hangs_on_a_dead_node_goes_when_the_node_is_declared_out_of_service() {
        power("off");
        untilUnreachable();
        untilTerminating();

        cluster.edit(
                Kinds.NODE,
                "node-a",
                node -> node.withObjectProperty("spec")
                        .withArrayProperty("taints")
                        .addObject()
                        .put("key", "node.kubernetes.io/out-of-service")
                        .put("value", "nodeshutdown")
                        .put("effect", "NoExecute"));

        eventually(() -> assertThat(cluster.has(Kinds.POD, "web")).isFalse());
    }

    @Test
    void a_pod_that_does_not_tolerate_a_taint_is_deleted_at_once() {
        cluster.edit(
                Kinds.NODE,
                "node-a",
                node -> node.withObjectProperty("spec")
                        .withArrayProperty("taints")
                        .addObject()
                        .put("key", "maintenance")
                        .put("effect", "NoExecute"));

        soon(() -> assertThat(cluster.has(Kinds.POD, "web")).isFalse());
    }

    @Test
    void a_cordoned_node_is_tainted_until_it_is_uncordoned() {
        cluster.edit(
                Kinds.NODE, "node-a", node -> node.withObjectProperty("spec").put("unschedulable", true));
        eventually(() -> assertThat(taints()).containsExactly("node.kubernetes.io/unschedulable:NoSchedule"));

        cluster.edit(
                Kinds.NODE, "node-a", node -> node.withObjectProperty("spec").remove("unschedulable"));

        eventually(() -> assertThat(taints()).isEmpty());
        assertThat(events("default", "NodeNotSchedulable"))
                .containsExactly("Node node-a status is now: NodeNotSchedulable");
    }
}
