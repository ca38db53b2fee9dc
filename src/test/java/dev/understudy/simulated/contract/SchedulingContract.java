package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;

/** What the contracts of the scheduler share: nodes of the test's own, and how a pod is placed or refused. */
abstract class SchedulingContract extends ServerContract {
    /** What the nodes of others say, how many they are. */
    static final String OTHERS = "(, \\d+ node\\(s\\) [^,.]+)*\\.";

    final List<String> nodes = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();

    @AfterEach
    void removeNodes() {
        if (client == null) {
            return;
        }
        client.pods().inNamespace(namespace).withGracePeriod(0).delete();
        nodes.forEach(name -> client.nodes().withName(name).delete());
        classes.forEach(name ->
                client.scheduling().v1().priorityClasses().withName(name).delete());
    }

    /** Adds a node of the test's own with two processors. */
    String node(String suffix, String labels, String spec) {
        String name = namespace + "-" + suffix;
        nodes.add(name);
        create("""
                apiVersion: v1
                kind: Node
                metadata: {name: %1$s, labels: {us: %2$s, kubernetes.io/hostname: %1$s%3$s}}
                spec: {%4$s}
                status:
                  capacity: {cpu: 2, memory: 4Gi, pods: 10}
                  allocatable: {cpu: 2, memory: 4Gi, pods: 10}
                  conditions: [{type: Ready, status: "True", reason: KubeletReady}]
                """.formatted(name, namespace, labels.isEmpty() ? "" : ", " + labels, spec));
        eventually(() -> assertThat(found(name).getSpec().getTaints())
                .noneMatch(taint -> taint.getKey().equals("node.kubernetes.io/not-ready")));
        return name;
    }

    Node found(String name) {
        return client.nodes().withName(name).require();
    }

    void pod(String name, String resources, String more) {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, labels: {app: web}}
                spec:
                  terminationGracePeriodSeconds: 0
                  nodeSelector: {us: %s}
                  containers: [{name: web, image: "web:1", resources: {requests: {%s}}}]
                %s
                """.formatted(name, namespace, resources, more.indent(2)));
    }

    JsonNode pod(String name) {
        return get("/api/v1/namespaces/NS/pods/" + name);
    }

    String placeOf(String name) {
        return pod(name).at("/spec/nodeName").asText();
    }

    void isPlaced(String pod, String node) {
        eventually(() -> assertThat(placeOf(pod)).isEqualTo(node));
    }

    JsonNode condition(String pod) {
        return StreamSupport.stream(pod(pod).at("/status/conditions").spliterator(), false)
                .filter(each -> each.path("type").asText().equals("PodScheduled"))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until a pod is refused for a reason that one of the test's nodes gives. */
    void isRefused(String pod, String reason, String ending) {
        eventually(() -> {
            JsonNode condition = condition(pod);
            assertThat(condition.path("status").asText()).isEqualTo("False");
            assertThat(condition.path("reason").asText()).isEqualTo("Unschedulable");
            assertThat(condition.path("message").asText())
                    .matches("0/\\d+ nodes are available: " + reason + OTHERS + ending);
        });
        eventually(() -> assertThat(events("FailedScheduling"))
                .anyMatch(event -> event.path("message")
                                .asText()
                                .equals(condition(pod).path("message").asText())
                        && event.path("type").asText().equals("Warning")
                        && event.at("/involvedObject/name").asText().equals(pod)));
    }

    static String useless(String first) {
        return " no new claims to deallocate, preemption: 0/\\d+ nodes are available: " + first
                + "\\d+ Preemption is not helpful for scheduling\\.";
    }

    List<JsonNode> events(String reason) {
        return StreamSupport.stream(
                        get("/api/v1/namespaces/NS/events").path("items").spliterator(), false)
                .filter(event -> event.path("reason").asText().equals(reason))
                .toList();
    }

    String priorityClass(String suffix, int value, String more) {
        String name = namespace + "-" + suffix;
        classes.add(name);
        create("""
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata: {name: %s}
                value: %d
                %s
                """.formatted(name, value, more));
        return name;
    }
}
