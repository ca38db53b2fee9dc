package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursContractTest extends SchedulingContract {
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
}
