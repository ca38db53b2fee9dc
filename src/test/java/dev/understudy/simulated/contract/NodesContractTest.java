package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each test makes a node of its own, without a kubelet: an annotation keeps a simulated one from having one. */
class NodesContractTest extends ServerContract {
    private String node() {
        return "node-" + namespace;
    }

    private String path() {
        return "/api/v1/nodes/" + node();
    }

    private Answer createNode() {
        return post("/api/v1/nodes", """
            {'metadata': {'name': '%s', 'annotations': {'simulated.understudy.dev/power': 'by-hand'}}}
            """.formatted(node()));
    }

    private void report(String type, String status) {
        String body = """
            {'status': {'conditions': [{'type': '%s', 'status': '%s', 'reason': 'Test', 'message': 'a test says so',
              'lastHeartbeatTime': '2026-01-01T00:00:00Z', 'lastTransitionTime': '2026-01-01T00:00:00Z'}]}}
            """.formatted(type, status);
        assertThat(send("PATCH", path() + "/status", "application/strategic-merge-patch+json", body)
                        .code())
                .isEqualTo(200);
    }

    private void change(String spec) {
        assertThat(send("PATCH", path(), "application/merge-patch+json", "{'spec': " + spec + "}")
                        .code())
                .isEqualTo(200);
    }

    /** A pod that is bound to the node, where nobody starts it. */
    private void createPod(String tolerations) {
        create("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              nodeName: %s
              tolerations: [%s]
              containers: [{name: web, image: "web:1"}]
            """.formatted(node(), tolerations));
    }

    private JsonNode pod() {
        return get("/api/v1/namespaces/NS/pods/web");
    }

    private List<String> taints() {
        return StreamSupport.stream(get(path()).at("/spec/taints").spliterator(), false)
                .map(taint ->
                        taint.path("key").asText() + ":" + taint.path("effect").asText())
                .sorted()
                .toList();
    }

    @AfterEach
    void removeNode() {
        if (client != null) {
            send("DELETE", "/api/v1/namespaces/NS/pods/web?gracePeriodSeconds=0", "application/json", "");
            send("DELETE", path(), "application/json", "");
        }
    }

    @Test
    void a_new_node_is_tainted_until_its_kubelet_reports() {
        Answer created = createNode();

        assertThat(created.code()).isEqualTo(201);
        assertThat(taints()).containsExactly("node.kubernetes.io/not-ready:NoSchedule");
    }

    @Test
    void a_node_that_is_not_ready_is_tainted_until_it_is() {
        createNode();
        report("Ready", "False");
        eventually(() -> assertThat(taints())
                .containsExactly("node.kubernetes.io/not-ready:NoExecute", "node.kubernetes.io/not-ready:NoSchedule"));

        report("Ready", "True");

        eventually(() -> assertThat(taints()).isEmpty());
    }

    @Test
    void a_node_that_nobody_hears_of_is_tainted_as_unreachable() {
        createNode();

        report("Ready", "Unknown");

        eventually(() -> assertThat(taints())
                .containsExactly(
                        "node.kubernetes.io/unreachable:NoExecute", "node.kubernetes.io/unreachable:NoSchedule"));
        assertThat(get(path()).at("/spec/taints/0/timeAdded").asText()).isNotEmpty();
    }

    @Test
    void a_node_under_pressure_is_tainted() {
        createNode();
        report("Ready", "True");
        report("MemoryPressure", "True");

        eventually(() -> assertThat(taints()).containsExactly("node.kubernetes.io/memory-pressure:NoSchedule"));
    }

    @Test
    void a_cordoned_node_is_tainted_until_it_is_uncordoned() {
        createNode();
        report("Ready", "True");
        eventually(() -> assertThat(taints()).isEmpty());
        change("{'unschedulable': true}");
        eventually(() -> assertThat(taints()).containsExactly("node.kubernetes.io/unschedulable:NoSchedule"));

        change("{'unschedulable': null}");

        eventually(() -> assertThat(taints()).isEmpty());
    }

    @Test
    void a_taint_that_executes_deletes_the_pods_that_do_not_tolerate_it() {
        createNode();
        createPod("");

        change("{'taints': [{'key': 'maintenance', 'effect': 'NoExecute'}]}");

        eventually(() -> {
            assertThat(pod().at("/metadata/deletionTimestamp").asText()).isNotEmpty();
            assertThat(pod().at("/status/conditions")).anySatisfy(condition -> {
                assertThat(condition.path("type").asText()).isEqualTo("DisruptionTarget");
                assertThat(condition.path("reason").asText()).isEqualTo("DeletionByTaintManager");
                assertThat(condition.path("message").asText())
                        .isEqualTo("Taint manager: deleting due to NoExecute taint");
            });
            assertThat(get("/api/v1/namespaces/NS/events").path("items")).anySatisfy(event -> {
                assertThat(event.path("reason").asText()).isEqualTo("TaintManagerEviction");
                assertThat(event.path("type").asText()).isEqualTo("Normal");
                assertThat(event.path("message").asText()).isEqualTo("Marking for deletion Pod " + namespace + "/web");
                assertThat(event.at("/source/component").asText()).isEqualTo("taint-eviction-controller");
            });
        });
    }

    @Test
    void a_pod_may_tolerate_a_taint_for_a_while() {
        createNode();
        createPod("{key: maintenance, operator: Exists, effect: NoExecute, tolerationSeconds: 1}");

        change("{'taints': [{'key': 'maintenance', 'effect': 'NoExecute'}]}");

        eventually(() ->
                assertThat(pod().at("/metadata/deletionTimestamp").asText()).isNotEmpty());
    }

    @Test
    void a_pod_that_tolerates_a_taint_stays_and_its_neighbour_goes() {
        createNode();
        createPod("{key: maintenance, operator: Equal, value: 'now', effect: NoExecute}");
        create("""
            apiVersion: v1
            kind: Pod
            metadata: {name: other}
            spec:
              nodeName: %s
              terminationGracePeriodSeconds: 0
              tolerations: [{key: maintenance, operator: Equal, value: 'later', effect: NoExecute}]
              containers: [{name: web, image: "web:1"}]
            """.formatted(node()));

        change("{'taints': [{'key': 'maintenance', 'value': 'now', 'effect': 'NoExecute'}]}");

        eventually(() ->
                assertThat(fetch("/api/v1/namespaces/NS/pods/other").code()).isEqualTo(404));
        assertThat(pod().path("metadata").has("deletionTimestamp")).isFalse();
    }

    @Test
    void a_pod_on_a_node_without_a_kubelet_hangs_when_it_is_deleted() {
        createNode();
        createPod("");

        Answer answer = remove("/api/v1/namespaces/NS/pods/web");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(pod().at("/metadata/deletionGracePeriodSeconds").asInt()).isEqualTo(30);
        assertThat(pod().at("/status/phase").asText()).isEqualTo("Pending");
    }

    @Test
    void the_arrival_of_a_node_is_told() {
        createNode();

        eventually(() -> assertThat(get("/api/v1/namespaces/default/events").path("items"))
                .anySatisfy(event -> assertThat(event.path("message").asText())
                        .isEqualTo("Node " + node() + " event: Registered Node " + node() + " in Controller")));
    }

    @Test
    @RunsContainers
    void a_running_node_holds_a_lease_that_it_renews() {
        JsonNode nodes = get("/api/v1/nodes").path("items");

        assertThat(nodes).anySatisfy(node -> {
            String name = node.at("/metadata/name").asText();
            JsonNode lease = get("/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/" + name);
            assertThat(lease.at("/spec/holderIdentity").asText()).isEqualTo(name);
            assertThat(lease.at("/spec/leaseDurationSeconds").asInt()).isEqualTo(40);
            assertThat(lease.at("/metadata/ownerReferences/0/name").asText()).isEqualTo(name);
        });
    }
}
