package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Objects;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DaemonSetsTest {
    private final SmallCluster cluster = new SmallCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    private void agent(String spec) {
        cluster.with("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: agent, namespace: shop}
            spec:
              selector: {matchLabels: {app: agent}}
              %s
              template:
                metadata: {labels: {app: agent}}
                spec:
                  containers: [{name: agent, image: "agent:1"}]
            """.formatted(spec));
    }

    private List<String> nodes() {
        return cluster.pods().stream()
                .filter(PodState::ready)
                .map(pod -> pod.at("/spec/nodeName").asText())
                .sorted()
                .toList();
    }

    private void awaitOn(String... nodes) {
        eventually(() -> assertThat(nodes()).containsExactly(nodes));
    }

    private void taint(String node, String effect) {
        cluster.edit(
                Kinds.NODE,
                node,
                found -> found.withObjectProperty("spec")
                        .withArrayProperty("taints")
                        .addObject()
                        .put("key", "game-day")
                        .put("effect", effect));
    }

    private int status(String field) {
        return cluster.get(Kinds.DAEMON_SET, "agent").at("/status/" + field).asInt();
    }

    @Test
    void follows_nodes_that_come_and_go() {
        agent("minReadySeconds: 0");
        awaitOn("node-a", "node-b");

        cluster.store.create(Kinds.NODE, Objects.json("{'metadata':{'name':'node-c'}}"), SmallCluster.PERSON);
        awaitOn("node-a", "node-b", "node-c");
        cluster.delete(Kinds.NODE, "node-b", "Background");

        awaitOn("node-a", "node-c");
        eventually(() -> assertThat(status("desiredNumberScheduled")).isEqualTo(2));
    }

    @Test
    void reaches_a_node_that_takes_no_other_pods() {
        cluster.with("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
        cluster.edit(
                Kinds.NODE, "node-b", node -> node.withObjectProperty("spec").put("unschedulable", true));

        agent("minReadySeconds: 0");

        awaitOn("node-a", "node-b");
    }

    @Test
    void a_pod_stays_on_a_node_that_takes_no_new_ones_and_counts_as_misplaced() {
        agent("minReadySeconds: 0");
        awaitOn("node-a", "node-b");

        taint("node-b", "NoSchedule");

        eventually(() -> assertThat(status("numberMisscheduled")).isEqualTo(1));
        assertThat(status("desiredNumberScheduled")).isEqualTo(1);
        assertThat(nodes()).containsExactly("node-a", "node-b");
    }

    @Test
    void a_pod_leaves_a_node_that_drives_it_away() {
        agent("minReadySeconds: 0");
        awaitOn("node-a", "node-b");

        taint("node-b", "NoExecute");

        awaitOn("node-a");
    }

    @Test
    void a_broken_template_reaches_one_node_only() {
        agent("minReadySeconds: 0");
        awaitOn("node-a", "node-b");

        cluster.edit(
                Kinds.DAEMON_SET,
                "agent",
                set -> ((ObjectNode) set.at("/spec/template/spec/containers/0")).put("image", "nowhere.invalid/x:1"));

        eventually(() -> {
            assertThat(status("updatedNumberScheduled")).isEqualTo(1);
            assertThat(status("numberUnavailable")).isEqualTo(1);
            assertThat(nodes()).hasSize(1);
        });
    }
}
