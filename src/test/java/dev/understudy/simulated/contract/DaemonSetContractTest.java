package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test gives one node a label of its own, so that the set has a pod on this node alone. */
class DaemonSetContractTest extends WorkloadContract {
    private String node = "";
    private String label = "";

    @BeforeEach
    void mark_a_node() {
        node = client.nodes().list().getItems().getFirst().getMetadata().getName();
        label = "understudy-test/" + namespace;
        mark("\"yes\"");
    }

    @AfterEach
    void unmark_it() {
        if (!node.isEmpty()) {
            try (var again = cluster.client()) {
                again.nodes().withName(node).patch(PatchContext.of(PatchType.JSON_MERGE), marking("null"));
            }
        }
    }

    private void mark(String value) {
        client.nodes().withName(node).patch(PatchContext.of(PatchType.JSON_MERGE), marking(value));
    }

    private String marking(String value) {
        return "{\"metadata\":{\"labels\":{\"" + label + "\":" + value + "}}}";
    }

    private void agent(String spec) {
        create("""
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: agent}
                spec:
                  selector: {matchLabels: {app: agent}}
                  %s
                  template:
                    metadata: {labels: {app: agent}}
                    spec:
                      nodeSelector: {%s: "yes"}
                      terminationGracePeriodSeconds: 1
                      containers: [{name: main, image: "app:1"}]
                """.formatted(spec, label));
    }

    private JsonNode set() {
        return apps("daemonsets", "agent");
    }

    private void awaitReady() {
        eventually(() -> {
            assertThat(set().at("/status/observedGeneration")).isEqualTo(set().at("/metadata/generation"));
            assertThat(set().at("/status/numberAvailable").asInt()).isEqualTo(1);
            assertThat(set().at("/status/updatedNumberScheduled").asInt()).isEqualTo(1);
        });
    }

    private void setImage(String image) {
        setImage("apps/v1", "DaemonSet", "agent", image);
    }

    private List<String> images() {
        return pods().stream().map(pod -> image(pod).asText()).toList();
    }

    private List<JsonNode> revisions() {
        return items(apps("controllerrevisions", ""));
    }

    @Test
    void a_daemon_set_has_a_pod_on_each_node_that_its_pods_may_run_on() {
        agent("");

        awaitReady();

        assertThat(pods())
                .singleElement()
                .satisfies(pod -> assertThat(pod.at("/spec/nodeName").asText()).isEqualTo(node));
        JsonNode status = set().path("status");
        assertThat(status.path("desiredNumberScheduled").asInt()).isEqualTo(1);
        assertThat(status.path("currentNumberScheduled").asInt()).isEqualTo(1);
        assertThat(status.path("numberMisscheduled").asInt()).isZero();
        assertThat(status.path("numberReady").asInt()).isEqualTo(1);
        assertThat(status.has("numberUnavailable")).isFalse();
    }

    @Test
    void a_daemon_set_follows_the_labels_of_nodes() {
        agent("");
        awaitReady();

        mark("null");
        eventually(() -> assertThat(pods()).isEmpty());
        assertThat(set().at("/status/desiredNumberScheduled").asInt()).isZero();

        mark("\"yes\"");
        awaitReady();
        assertThat(pods()).hasSize(1);
    }

    @Test
    void a_pod_of_a_daemon_set_is_bound_to_its_node_and_stays_through_the_nodes_troubles() {
        agent("");
        awaitReady();

        JsonNode pod = pods().getFirst();

        JsonNode term = pod.at("/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution"
                + "/nodeSelectorTerms/0/matchFields/0");
        assertThat(term.path("key").asText()).isEqualTo("metadata.name");
        assertThat(term.at("/values/0").asText()).isEqualTo(node);
        assertThat(StreamSupport.stream(pod.at("/spec/tolerations").spliterator(), false)
                        .map(each -> each.path("key").asText() + ":"
                                + each.path("effect").asText()))
                .contains(
                        "node.kubernetes.io/not-ready:NoExecute",
                        "node.kubernetes.io/unreachable:NoExecute",
                        "node.kubernetes.io/disk-pressure:NoSchedule",
                        "node.kubernetes.io/memory-pressure:NoSchedule",
                        "node.kubernetes.io/pid-pressure:NoSchedule",
                        "node.kubernetes.io/unschedulable:NoSchedule");
        assertThat(pod.at("/metadata/labels").path("pod-template-generation").asText())
                .isEqualTo("1");
        assertThat(pod.at("/metadata/labels").path("controller-revision-hash"))
                .isEqualTo(revisions().getFirst().at("/metadata/labels").path("controller-revision-hash"));
    }

    @Test
    void a_deleted_pod_of_a_daemon_set_is_replaced() {
        agent("");
        awaitReady();
        String before = podNames().getFirst();

        delete(before);

        eventually(() -> {
            assertThat(podNames()).hasSize(1).doesNotContain(before);
            assertThat(pods()).allMatch(WorkloadContract::isReady);
        });
    }

    @Test
    void a_failed_pod_of_a_daemon_set_is_replaced_and_the_set_says_so() {
        agent("");
        awaitReady();
        String before = podNames().getFirst();

        client.pods()
                .inNamespace(namespace)
                .withName(before)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":{\"phase\":\"Failed\"}}");

        eventually(() -> {
            assertThat(podNames()).hasSize(1).doesNotContain(before);
            assertThat(events("agent", "FailedDaemonPod"))
                    .containsExactly("Found failed daemon pod " + namespace + "/" + before + " on node " + node
                            + ", will try to kill it");
        });
    }

    @Test
    void a_new_template_replaces_the_pods_of_a_daemon_set_and_is_remembered_as_a_revision() {
        agent("");
        awaitReady();

        setImage("app:2");

        eventually(() -> assertThat(images()).containsExactly("app:2"));
        awaitReady();
        assertThat(revisions())
                .extracting(each -> each.path("revision").asInt())
                .containsExactlyInAnyOrder(1, 2);
        assertThat(pods().getFirst()
                        .at("/metadata/labels")
                        .path("pod-template-generation")
                        .asText())
                .isEqualTo("2");
        assertThat(set().at("/metadata/annotations")
                        .path("deprecated.daemonset.template.generation")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void a_daemon_set_that_surges_starts_the_new_pod_before_it_stops_the_old_one() {
        agent("updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}");
        awaitReady();
        setImage("nowhere.invalid/app:broken");
        eventually(() -> assertThat(images()).containsExactlyInAnyOrder("app:1", "nowhere.invalid/app:broken"));
        assertThat(pods()).filteredOn(WorkloadContract::isReady).hasSize(1);

        setImage("app:3");

        eventually(() -> assertThat(images()).containsExactly("app:3"));
    }

    @Test
    void a_daemon_set_updated_on_deletion_waits_until_somebody_deletes_its_pods() {
        agent("updateStrategy: {type: OnDelete}");
        awaitReady();
        setImage("app:2");
        eventually(() -> {
            assertThat(revisions()).hasSize(2);
            assertThat(set().at("/status/updatedNumberScheduled").asInt()).isZero();
        });
        assertThat(images()).containsExactly("app:1");

        delete(podNames().getFirst());

        eventually(() -> assertThat(images()).containsExactly("app:2"));
    }

    @Test
    void a_broken_pod_of_a_daemon_set_is_replaced_as_soon_as_the_template_is_repaired() {
        agent("");
        awaitReady();
        setImage("nowhere.invalid/app:broken");
        eventually(() -> assertThat(images()).containsExactly("nowhere.invalid/app:broken"));

        setImage("app:1");

        eventually(() -> {
            assertThat(images()).containsExactly("app:1");
            assertThat(pods()).allMatch(WorkloadContract::isReady);
        });
    }

    @Test
    void every_mistake_in_a_daemon_set_is_named() {
        String message = refusalOf("""
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: agent}
                spec:
                  selector: {matchLabels: {app: agent}}
                  updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}
                  template:
                    metadata: {labels: {app: other}}
                    spec:
                      restartPolicy: OnFailure
                      containers: [{name: main, image: "app:1"}]
                """);

        assertThat(message)
                .startsWith("DaemonSet.apps \"agent\" is invalid: [")
                .contains("spec.template.metadata.labels: Invalid value: {\"app\":\"other\"}: `selector` does not match"
                        + " template `labels`")
                .contains("spec.template.spec.restartPolicy: Unsupported value: \"OnFailure\": supported values:"
                        + " \"Always\"")
                .contains("spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when"
                        + " maxUnavailable is non-zero");
    }

    @Test
    void a_daemon_set_tells_of_its_pods_in_events() {
        agent("");
        awaitReady();
        String pod = podNames().getFirst();

        mark("null");

        eventually(() -> {
            assertThat(events("agent", "SuccessfulCreate")).containsExactly("Created pod: " + pod);
            assertThat(events("agent", "SuccessfulDelete")).containsExactly("Deleted pod: " + pod);
        });
    }

    @Test
    void a_deleted_daemon_set_takes_its_pods_and_revisions_along() {
        agent("");
        awaitReady();

        client.apps().daemonSets().inNamespace(namespace).withName("agent").delete();

        eventually(() -> {
            assertThat(pods()).isEmpty();
            assertThat(revisions()).isEmpty();
        });
    }

    @Test
    void kubectl_sees_a_daemon_set_in_columns() {
        agent("");
        awaitReady();

        var lines = table("/apis/apps/v1/namespaces/NS/daemonsets");

        assertThat(lines.getFirst())
                .containsExactly(
                        "Name",
                        "Desired",
                        "Current",
                        "Ready",
                        "Up-to-date",
                        "Available",
                        "Node Selector",
                        "Age",
                        "Containers",
                        "Images",
                        "Selector");
        assertThat(lines.get(1))
                .startsWith("agent", "1", "1", "1", "1", "1", label + "=yes")
                .endsWith("main", "app:1", "app=agent");
    }
}
