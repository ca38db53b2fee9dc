package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulingContractTest extends ServerContract {
    /** What the nodes of others say, how many they are. */
    private static final String OTHERS = "(, \\d+ node\\(s\\) [^,.]+)*\\.";

    private final List<String> nodes = new ArrayList<>();
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
    private String node(String suffix, String labels, String spec) {
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

    private Node found(String name) {
        return client.nodes().withName(name).require();
    }

    private void pod(String name, String resources, String more) {
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

    private JsonNode pod(String name) {
        return get("/api/v1/namespaces/NS/pods/" + name);
    }

    private String placeOf(String name) {
        return pod(name).at("/spec/nodeName").asText();
    }

    private void isPlaced(String pod, String node) {
        eventually(() -> assertThat(placeOf(pod)).isEqualTo(node));
    }

    private JsonNode condition(String pod) {
        return StreamSupport.stream(pod(pod).at("/status/conditions").spliterator(), false)
                .filter(each -> each.path("type").asText().equals("PodScheduled"))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until a pod is refused for a reason that one of the test's nodes gives. */
    private void isRefused(String pod, String reason, String ending) {
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

    private static String useless(String first) {
        return " no new claims to deallocate, preemption: 0/\\d+ nodes are available: " + first
                + "\\d+ Preemption is not helpful for scheduling\\.";
    }

    private List<JsonNode> events(String reason) {
        return StreamSupport.stream(
                        get("/api/v1/namespaces/NS/events").path("items").spliterator(), false)
                .filter(event -> event.path("reason").asText().equals(reason))
                .toList();
    }

    private String priorityClass(String suffix, int value, String more) {
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

    @Test
    void a_pod_waits_until_a_node_has_enough_left_of_what_it_asks_for() {
        String node = node("a", "", "");
        pod("first", "cpu: 1500m", "");
        isPlaced("first", node);

        pod("second", "cpu: 600m", "");
        isRefused("second", "1 Insufficient cpu", useless("1 No preemption victims found for incoming pod, "));
        client.pods().inNamespace(namespace).withName("first").delete();

        isPlaced("second", node);
    }

    @Test
    void a_pod_that_asks_for_more_than_any_node_has_hears_everything_that_is_short() {
        node("a", "", "");

        pod("web", "cpu: 3, memory: 5Gi, ephemeral-storage: 1Gi", "");

        isRefused("web", "1 Insufficient cpu, 1 Insufficient ephemeral-storage, 1 Insufficient memory", useless(""));
    }

    @Test
    void a_pod_stays_away_from_a_taint_that_it_does_not_tolerate() {
        String node = node("a", "", "taints: [{key: us/only, value: batch, effect: NoSchedule}]");
        pod("ordinary", "cpu: 1m", "");
        pod("batch", "cpu: 1m", "tolerations: [{key: us/only, value: batch, effect: NoSchedule}]");

        isPlaced("batch", node);
        eventually(() -> assertThat(condition("ordinary").path("message").asText())
                .matches("0/\\d+ nodes are available: .*1 node\\(s\\) had untolerated taint\\(s\\).*" + useless("")));
    }

    @Test
    void a_pod_follows_every_operator_of_its_node_affinity() {
        node("a", "us/rank: '1', us/disk: hdd", "");
        String wanted = node("b", "us/rank: '5', us/disk: ssd", "");
        node("c", "us/rank: '9', us/disk: ssd, us/broken: 'yes'", "");

        pod("web", "cpu: 1m", """
                affinity:
                  nodeAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      nodeSelectorTerms:
                        - matchExpressions:
                            - {key: us/disk, operator: In, values: [ssd]}
                            - {key: us/disk, operator: NotIn, values: [hdd]}
                            - {key: us/rank, operator: Gt, values: ["2"]}
                            - {key: us/rank, operator: Lt, values: ["8"]}
                            - {key: us/rank, operator: Exists}
                            - {key: us/broken, operator: DoesNotExist}
                """);

        isPlaced("web", wanted);
    }

    @Test
    void a_pod_prefers_the_node_that_its_affinity_weighs_most() {
        node("a", "us/disk: hdd", "");
        String wanted = node("b", "us/disk: ssd", "");

        pod("web", "cpu: 1m", """
                affinity:
                  nodeAffinity:
                    preferredDuringSchedulingIgnoredDuringExecution:
                      - {weight: 100, preference: {matchExpressions: [{key: us/disk, operator: In, values: [ssd]}]}}
                """);

        isPlaced("web", wanted);
    }

    @Test
    void a_pod_avoids_a_node_with_a_soft_taint_while_there_is_another() {
        node("a", "", "taints: [{key: us/slow, effect: PreferNoSchedule}]");
        String wanted = node("b", "", "");

        pod("web", "cpu: 1m", "");

        isPlaced("web", wanted);
    }

    @Test
    void a_pod_can_be_meant_for_one_node_by_name() {
        node("a", "", "");
        String wanted = node("b", "", "");

        pod("web", "cpu: 1m", """
                affinity:
                  nodeAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      nodeSelectorTerms:
                        - matchFields: [{key: metadata.name, operator: In, values: [%s]}]
                """.formatted(wanted));

        isPlaced("web", wanted);
    }

    private static String antiAffinity(String topologyKey) {
        return """
                affinity:
                  podAntiAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      - {topologyKey: %s, labelSelector: {matchLabels: {app: web}}}
                """.formatted(topologyKey);
    }

    @Test
    void pods_that_cannot_stand_each_other_never_share_a_node() {
        String first = node("a", "", "");
        String second = node("b", "", "");
        pod("one", "cpu: 1m", antiAffinity("kubernetes.io/hostname"));
        pod("two", "cpu: 1m", antiAffinity("kubernetes.io/hostname"));
        eventually(() -> assertThat(List.of(placeOf("one"), placeOf("two"))).containsExactlyInAnyOrder(first, second));

        pod("three", "cpu: 1m", antiAffinity("kubernetes.io/hostname"));
        pod("plain", "cpu: 1m", "");

        eventually(() -> {
            assertThat(condition("three").path("message").asText())
                    .contains("2 node(s) didn't match pod anti-affinity rules");
            assertThat(condition("plain").path("message").asText())
                    .contains("2 node(s) didn't satisfy existing pods anti-affinity rules")
                    .contains("2 No preemption victims found for incoming pod");
        });
    }

    @Test
    void a_pod_goes_where_the_pods_are_that_it_wants_near() {
        node("a", "us/zone: east", "");
        String west = node("b", "us/zone: west", "");
        String near = """
                affinity:
                  podAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      - {topologyKey: us/zone, labelSelector: {matchLabels: {app: %s}}}
                """;
        pod(
                "first",
                "cpu: 1m",
                "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                        + " {nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values: [" + west
                        + "]}]}]}}}");
        isPlaced("first", west);

        pod("second", "cpu: 1m", near.formatted("web"));
        pod("lonely", "cpu: 1m", near.formatted("absent"));

        isPlaced("second", west);
        eventually(() -> assertThat(condition("lonely").path("message").asText())
                .contains("2 node(s) didn't match pod affinity rules"));
    }

    @Test
    void pods_are_spread_over_zones_as_strictly_as_they_ask() {
        node("a", "us/zone: east", "");
        node("b", "us/zone: west", "");
        String spread = """
                topologySpreadConstraints:
                  - {maxSkew: 1, topologyKey: us/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}
                """;
        for (String name : List.of("one", "two", "three", "four")) {
            pod(name, "cpu: 900m", spread);
        }

        eventually(() -> assertThat(List.of(placeOf("one"), placeOf("two"), placeOf("three"), placeOf("four")))
                .containsOnly(nodes.get(0), nodes.get(1))
                .satisfies(places -> assertThat(
                                places.stream().filter(nodes.get(0)::equals).count())
                        .isEqualTo(2)));
    }

    @Test
    void a_node_without_the_label_of_a_spread_constraint_takes_no_pod_of_it() {
        node("a", "", "");

        pod("web", "cpu: 1m", """
                topologySpreadConstraints:
                  - {maxSkew: 1, topologyKey: us/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}
                """);

        eventually(() -> assertThat(condition("web").path("message").asText())
                .contains("1 node(s) didn't match pod topology spread constraints (missing required label)"));
    }

    @Test
    void the_pods_of_one_set_are_spread_over_nodes_without_being_told() {
        node("a", "", "");
        node("b", "", "");
        create("""
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web}
                spec:
                  replicas: 6
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      terminationGracePeriodSeconds: 0
                      nodeSelector: {us: %s}
                      containers: [{name: web, image: "web:1"}]
                """.formatted(namespace));

        eventually(() -> {
            JsonNode pods = get("/api/v1/namespaces/NS/pods").path("items");
            assertThat(pods).hasSize(6);
            for (String node : nodes) {
                assertThat(pods)
                        .filteredOn(pod -> pod.at("/spec/nodeName").asText().equals(node))
                        .hasSize(3);
            }
        });
    }

    @Test
    void two_pods_never_take_the_same_port_of_a_node() {
        String node = node("a", "", "");
        String port = "hostPort: 8080, containerPort: 8080";
        for (String name : List.of("one", "two")) {
            create("""
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: %s}
                    spec:
                      terminationGracePeriodSeconds: 0
                      nodeSelector: {us: %s}
                      containers: [{name: web, image: "web:1", ports: [{%s}]}]
                    """.formatted(name, namespace, port));
            if (name.equals("one")) {
                isPlaced("one", node);
            }
        }

        isRefused(
                "two",
                "1 node\\(s\\) didn't have free ports for the requested pod ports",
                useless("1 No preemption victims found for incoming pod, "));
    }

    @Test
    void a_gated_pod_is_not_looked_at_until_its_gates_are_gone() {
        String node = node("a", "", "");
        pod("web", "cpu: 1m", "schedulingGates: [{name: us/wait}]");
        JsonNode gated = condition("web");

        client.pods()
                .inNamespace(namespace)
                .withName("web")
                .patch(PatchContext.of(PatchType.JSON), "[{\"op\":\"remove\",\"path\":\"/spec/schedulingGates\"}]");

        assertThat(gated.path("status").asText()).isEqualTo("False");
        assertThat(gated.path("reason").asText()).isEqualTo("SchedulingGated");
        assertThat(gated.path("message").asText()).isEqualTo("Scheduling is blocked due to non-empty scheduling gates");
        isPlaced("web", node);
    }

    @Test
    void an_important_pod_pushes_the_least_important_one_aside() {
        String node = node("a", "", "");
        String low = priorityClass("low", -5, "");
        String high = priorityClass("high", 1000, "");
        pod("humble", "cpu: 900m", "priorityClassName: " + low);
        pod("ordinary", "cpu: 900m", "");
        isPlaced("humble", node);
        isPlaced("ordinary", node);

        pod("urgent", "cpu: 1", "priorityClassName: " + high);

        isPlaced("urgent", node);
        assertThat(pod("ordinary").path("metadata").has("deletionTimestamp")).isFalse();
        assertThat(client.pods().inNamespace(namespace).withName("humble").get())
                .isNull();
        eventually(() -> assertThat(events("Preempted")).anySatisfy(event -> {
            assertThat(event.at("/involvedObject/name").asText()).isEqualTo("humble");
            assertThat(event.path("type").asText()).isEqualTo("Normal");
            assertThat(event.path("message").asText())
                    .isEqualTo("Preempted by pod "
                            + pod("urgent").at("/metadata/uid").asText() + " on node " + node);
        }));
        assertThat(events("FailedScheduling"))
                .anyMatch(event -> event.path("message")
                        .asText()
                        .matches("0/\\d+ nodes are available: 1 Insufficient cpu" + OTHERS));
    }

    @Test
    void a_pod_that_may_not_preempt_waits_its_turn() {
        String node = node("a", "", "");
        String polite = priorityClass("polite", 1000, "preemptionPolicy: Never");
        pod("ordinary", "cpu: 1500m", "");
        isPlaced("ordinary", node);

        pod("polite", "cpu: 1", "priorityClassName: " + polite);

        isRefused(
                "polite",
                "1 Insufficient cpu",
                " no new claims to deallocate, preemption: not eligible due to preemptionPolicy=Never\\.");
    }

    @Test
    void a_pod_waits_for_the_volume_that_it_claims() {
        node("a", "", "");
        create("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec: {storageClassName: us-none, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);

        pod("web", "cpu: 1m", "volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]");
        pod("lost", "cpu: 1m", "volumes: [{name: data, persistentVolumeClaim: {claimName: absent}}]");

        eventually(() -> {
            assertThat(condition("web").path("message").asText())
                    .matches(
                            "0/\\d+ nodes are available: pod has unbound immediate PersistentVolumeClaims\\. not found");
            assertThat(condition("lost").path("message").asText())
                    .matches("0/\\d+ nodes are available: persistentvolumeclaim \"absent\" not found\\. not found");
        });
    }
}
