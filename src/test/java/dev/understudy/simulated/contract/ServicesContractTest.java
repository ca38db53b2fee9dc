package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesContractTest extends ServerContract {
    private static final String PATH = "/api/v1/namespaces/NS/services/web";

    private JsonNode service(String spec) {
        create("apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: " + spec);
        return get(PATH).path("spec");
    }

    private String refused(String spec) {
        String message = refusal(() -> service(spec)).getStatus().getMessage();
        assertThat(message).startsWith("Service \"web\" is invalid: ");
        return message.substring(message.indexOf(": ") + 2);
    }

    @Test
    void a_service_gets_an_address_and_sends_to_its_own_port_number() {
        JsonNode spec = service("{ports: [{port: 80}]}");

        assertThat(spec.path("type").asText()).isEqualTo("ClusterIP");
        assertThat(spec.path("clusterIP").asText()).matches("[0-9.]+");
        assertThat(spec.path("clusterIPs").path(0)).isEqualTo(spec.path("clusterIP"));
        assertThat(spec.path("internalTrafficPolicy").asText()).isEqualTo("Cluster");
        assertThat(spec.at("/ports/0/protocol").asText()).isEqualTo("TCP");
        assertThat(spec.at("/ports/0/targetPort").asInt()).isEqualTo(80);
    }

    @Test
    void a_service_on_nodes_gets_a_port_there() {
        JsonNode spec = service("{type: NodePort, ports: [{port: 80}]}");

        assertThat(spec.path("externalTrafficPolicy").asText()).isEqualTo("Cluster");
        assertThat(spec.at("/ports/0/nodePort").asInt()).isBetween(30_000, 32_767);
    }

    @Test
    void a_service_that_keeps_its_callers_keeps_them_for_three_hours() {
        assertThat(service("{ports: [{port: 80}], sessionAffinity: ClientIP}")
                        .at("/sessionAffinityConfig/clientIP/timeoutSeconds")
                        .asInt())
                .isEqualTo(10_800);
    }

    @Test
    void an_external_name_needs_no_port_and_gets_no_address() {
        JsonNode spec = service("{type: ExternalName, externalName: bank.example}");

        assertThat(spec.has("clusterIP")).isFalse();
        assertThat(spec.has("internalTrafficPolicy")).isFalse();
    }

    @Test
    void an_address_does_not_change() {
        service("{ports: [{port: 80}]}");

        var refusal = refusal(() -> client.services()
                .inNamespace(namespace)
                .withName("web")
                .edit(web -> {
                    web.getSpec().setClusterIP("10.96.250.250");
                    web.getSpec().setClusterIPs(List.of("10.96.250.250"));
                    return web;
                }));

        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: [\"10.96.250.250\"]:"
                        + " may not change once set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | spec.ports: Required value",
                "{type: Half, ports: [{port: 80}]} | spec.type: Unsupported value: \"Half\": supported values:"
                        + " \"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"",
                "{type: ExternalName} | spec.externalName: Required value",
                "{ports: [{port: 80}, {port: 81}]} | [spec.ports[0].name: Required value,"
                        + " spec.ports[1].name: Required value]",
                "{ports: [{port: 80, name: a}, {port: 81, name: a}]} | spec.ports[1].name: Duplicate value: \"a\"",
                "{ports: [{port: 80, targetPort: 70000}]} | spec.ports[0].targetPort: Invalid value: 70000:"
                        + " must be between 1 and 65535, inclusive",
                "{ports: [{port: 80, protocol: ICMP}]} | spec.ports[0].protocol: Unsupported value: \"ICMP\":"
                        + " supported values: \"SCTP\", \"TCP\", \"UDP\"",
                "{ports: [{port: 80, nodePort: 30001}]} | spec.ports[0].nodePort: Forbidden:"
                        + " may not be used when `type` is 'ClusterIP'",
                "{type: NodePort, ports: [{port: 80, nodePort: 80}]} | spec.ports[0].nodePort: Invalid value: 80:"
                        + " provided port is not in the valid range. The range of valid ports is 30000-32767",
                "{ports: [{port: 80}], sessionAffinity: Always} | spec.sessionAffinity: Unsupported value:"
                        + " \"Always\": supported values: \"ClientIP\", \"None\"",
                "{ports: [{port: 80}], internalTrafficPolicy: Near} | spec.internalTrafficPolicy: Unsupported value:"
                        + " \"Near\": supported values: \"Cluster\", \"Local\"",
                "{ports: [{port: 80}], externalTrafficPolicy: Local} | spec.externalTrafficPolicy: Invalid value:"
                        + " \"Local\": may only be set for externally-accessible services"
            })
    void a_service_that_makes_no_sense_is_refused(String spec, String why) {
        assertThat(refused(spec)).isEqualTo(why);
    }

    @Test
    void pods_that_give_a_named_port_different_numbers_are_listed_apart() {
        for (Map.Entry<String, Integer> pod : Map.of("old", 8080, "new", 9090).entrySet()) {
            create("""
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: %s, labels: {app: web}}
                    spec:
                      containers:
                        - {name: app, image: "registry.k8s.io/pause:3.10", ports: [{name: http, containerPort: %d}]}
                    """.formatted(pod.getKey(), pod.getValue()));
        }
        service("{selector: {app: web}, ports: [{port: 80, targetPort: http}]}");

        eventually(() -> assertThat(get("/apis/discovery.k8s.io/v1/namespaces/NS/endpointslices")
                        .path("items")
                        .valueStream()
                        .filter(slice -> slice.path("endpoints").size() == 1)
                        .map(slice -> slice.at("/ports/0/port").asInt()))
                .containsExactlyInAnyOrder(8080, 9090));
    }
}
