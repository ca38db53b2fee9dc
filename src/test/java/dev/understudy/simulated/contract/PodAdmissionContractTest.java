package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodAdmissionContractTest extends ServerContract {
    private String priorityClass = "";

    @AfterEach
    void removeClass() {
        if (!priorityClass.isEmpty()) {
            client.scheduling().v1().priorityClasses().withName(priorityClass).delete();
        }
    }

    private JsonNode pod(String spec) {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  nodeSelector: {"us": "nowhere"}
                  containers: [{name: web, image: "web:1"}]
                %s
                """.formatted(spec.indent(2)));
        return get("/api/v1/namespaces/NS/pods/web");
    }

    private void priorityClass(String more) {
        priorityClass = namespace + "-urgent";
        create("""
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata: {name: %s}
                value: 100000
                %s
                """.formatted(priorityClass, more));
    }

    @Test
    void a_pod_runs_as_the_service_account_default_and_carries_its_token() {
        JsonNode pod = pod("");

        assertThat(pod.at("/spec/serviceAccountName").asText()).isEqualTo("default");
        assertThat(pod.at("/spec/serviceAccount").asText()).isEqualTo("default");
        JsonNode volume = pod.at("/spec/volumes/0");
        assertThat(volume.path("name").asText()).matches("kube-api-access-[a-z0-9]{5}");
        assertThat(volume.path("projected").toString())
                .isEqualTo("{\"sources\":[{\"serviceAccountToken\":{\"expirationSeconds\":3607,\"path\":\"token\"}},"
                        + "{\"configMap\":{\"name\":\"kube-root-ca.crt\",\"items\":[{\"key\":\"ca.crt\",\"path\":\"ca.crt\"}]}},"
                        + "{\"downwardAPI\":{\"items\":[{\"path\":\"namespace\",\"fieldRef\":{\"apiVersion\":\"v1\","
                        + "\"fieldPath\":\"metadata.namespace\"}}]}}],\"defaultMode\":420}");
        assertThat(pod.at("/spec/containers/0/volumeMounts").toString())
                .isEqualTo("[{\"name\":\"" + volume.path("name").asText() + "\",\"readOnly\":true,"
                        + "\"mountPath\":\"/var/run/secrets/kubernetes.io/serviceaccount\"}]");
        assertThat(pod.at("/metadata/managedFields").toString())
                .doesNotContain("serviceAccountName", "kube-api-access", "f:tolerations");
    }

    @Test
    void a_pod_without_need_of_the_api_carries_no_token() {
        JsonNode pod = pod("automountServiceAccountToken: false");

        assertThat(pod.path("spec").has("volumes")).isFalse();
    }

    @Test
    void a_service_account_decides_about_tokens_and_pull_secrets_of_its_pods() {
        create("""
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: quiet}
                automountServiceAccountToken: false
                imagePullSecrets: [{name: registry}]
                """);

        JsonNode pod = pod("serviceAccountName: quiet");

        assertThat(pod.path("spec").has("volumes")).isFalse();
        assertThat(pod.at("/spec/imagePullSecrets/0/name").asText()).isEqualTo("registry");
    }

    @Test
    void a_pod_needs_a_service_account_that_is_there() {
        var refusal = refusal(() -> pod("serviceAccountName: absent"));

        assertThat(refusal.getCode()).isEqualTo(403);
        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("pods \"web\" is forbidden: error looking up service account " + namespace
                        + "/absent: serviceaccount \"absent\" not found");
    }

    @Test
    void a_replica_set_says_why_its_pods_are_refused() {
        create("""
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      serviceAccountName: absent
                      containers: [{name: web, image: "web:1"}]
                """);

        String why = "pods \"web-\" is forbidden: error looking up service account " + namespace
                + "/absent: serviceaccount \"absent\" not found";
        eventually(() -> {
            JsonNode condition =
                    get("/apis/apps/v1/namespaces/NS/replicasets/web").at("/status/conditions/0");
            assertThat(condition.path("type").asText()).isEqualTo("ReplicaFailure");
            assertThat(condition.path("status").asText()).isEqualTo("True");
            assertThat(condition.path("reason").asText()).isEqualTo("FailedCreate");
            assertThat(condition.path("message").asText()).isEqualTo(why);
            assertThat(get("/api/v1/namespaces/NS/events").path("items")).anySatisfy(event -> {
                assertThat(event.path("reason").asText()).isEqualTo("FailedCreate");
                assertThat(event.path("type").asText()).isEqualTo("Warning");
                assertThat(event.path("message").asText()).isEqualTo("Error creating: " + why);
            });
        });
    }

    @Test
    void a_pod_stays_five_minutes_on_a_node_that_is_lost_unless_it_says_otherwise() {
        JsonNode pod = pod("""
                tolerations:
                  - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 10}
                """);

        assertThat(pod.at("/spec/tolerations")).hasSize(2);
        assertThat(pod.at("/spec/tolerations/0/tolerationSeconds").asInt()).isEqualTo(10);
        assertThat(pod.at("/spec/tolerations/1/key").asText()).isEqualTo("node.kubernetes.io/unreachable");
        assertThat(pod.at("/spec/tolerations/1/operator").asText()).isEqualTo("Exists");
        assertThat(pod.at("/spec/tolerations/1/effect").asText()).isEqualTo("NoExecute");
        assertThat(pod.at("/spec/tolerations/1/tolerationSeconds").asInt()).isEqualTo(300);
    }

    @Test
    void a_pod_has_priority_zero_unless_its_class_gives_another() {
        priorityClass("preemptionPolicy: Never");
        JsonNode ordinary = pod("");
        client.pods().inNamespace(namespace).withName("web").withGracePeriod(0).delete();

        JsonNode urgent = pod("priorityClassName: " + priorityClass);

        assertThat(ordinary.at("/spec/priority").asInt(-1)).isZero();
        assertThat(ordinary.at("/spec/preemptionPolicy").asText()).isEqualTo("PreemptLowerPriority");
        assertThat(urgent.at("/spec/priority").asInt()).isEqualTo(100_000);
        assertThat(urgent.at("/spec/preemptionPolicy").asText()).isEqualTo("Never");
    }

    @Test
    void every_cluster_has_two_classes_for_what_it_cannot_do_without() {
        JsonNode node = get("/apis/scheduling.k8s.io/v1/priorityclasses/system-node-critical");
        JsonNode cluster = get("/apis/scheduling.k8s.io/v1/priorityclasses/system-cluster-critical");

        assertThat(node.path("value").asInt()).isEqualTo(2_000_001_000);
        assertThat(cluster.path("value").asInt()).isEqualTo(2_000_000_000);
        assertThat(cluster.path("description").asText())
                .isEqualTo("Used for system critical pods that must run in the cluster, but can be moved to another"
                        + " node if necessary.");
        assertThat(cluster.path("preemptionPolicy").asText()).isEqualTo("PreemptLowerPriority");
    }

    @Test
    void a_pod_needs_a_priority_class_that_is_there() {
        var refusal = refusal(() -> pod("priorityClassName: absent"));

        assertThat(refusal.getCode()).isEqualTo(403);
        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("pods \"web\" is forbidden: no PriorityClass with name absent was found");
    }

    @Test
    void a_pod_may_not_choose_its_own_number() {
        var refusal = refusal(() -> pod("priority: 7"));

        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("pods \"web\" is forbidden: the integer value of priority (7) must not be provided in pod"
                        + " spec; priority admission controller computed 0 from the given PriorityClass name");
    }

    @Test
    void a_priority_class_keeps_its_value() {
        priorityClass("");

        var refusal = refusal(() -> client.scheduling()
                .v1()
                .priorityClasses()
                .withName(priorityClass)
                .edit(found -> found.edit().withValue(5).build()));

        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("PriorityClass.scheduling.k8s.io \"" + priorityClass
                        + "\" is invalid: value: Forbidden: may not be changed in an update.");
    }

    @Test
    void only_the_system_has_priorities_of_two_billion() {
        for (List<String> each : List.of(List.of(namespace + "-x", "2000000000"), List.of("system-x", "5"))) {
            var refusal = refusal(() -> create("""
                    apiVersion: scheduling.k8s.io/v1
                    kind: PriorityClass
                    metadata: {name: %s}
                    value: %s
                    """.formatted(each.get(0), each.get(1))));

            assertThat(refusal.getStatus().getMessage())
                    .isEqualTo(
                            each.get(0).startsWith("system")
                                    ? "PriorityClass.scheduling.k8s.io \"system-x\" is invalid: metadata.name: Forbidden: priority"
                                            + " class names with 'system-' prefix are reserved for system use only. error: system-x"
                                            + " is not a known system priority class"
                                    : "PriorityClass.scheduling.k8s.io \"" + namespace
                                            + "-x\" is invalid: value: Forbidden: maximum allowed value of a user defined priority is"
                                            + " 1000000000");
        }
    }
}
