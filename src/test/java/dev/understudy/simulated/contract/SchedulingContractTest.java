package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulingContractTest extends SchedulingContract {
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
