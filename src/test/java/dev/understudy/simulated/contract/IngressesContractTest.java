package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngressesContractTest extends ServerContract {
    private static final String PATH = "/apis/networking.k8s.io/v1/namespaces/NS/ingresses/door";
    private static final String BACKEND = "backend: {service: {name: web, port: {number: 80}}}";

    private void ingress(String spec) {
        create("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: door}
                spec: %s
                """.formatted(spec));
    }

    private void ingressClass(String suffix, String spec) {
        create("""
                apiVersion: networking.k8s.io/v1
                kind: IngressClass
                metadata:
                  name: %s-%s
                  annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
                spec: %s
                """.formatted(namespace, suffix, spec));
    }

    @AfterEach
    void removeClasses() {
        if (client != null) {
            client.network().v1().ingressClasses().withName(namespace + "-a").delete();
        }
    }

    private String refused(String spec) {
        String message = refusal(() -> ingress(spec)).getStatus().getMessage();
        assertThat(message).startsWith("Ingress.networking.k8s.io \"door\" is invalid: ");
        return message.substring(message.indexOf(": ") + 2);
    }

    private static String paths(String path) {
        return "{rules: [{http: {paths: [" + path + "]}}]}";
    }

    @Test
    void an_ingress_begins_without_an_address() {
        ingress("{rules: [{host: shop.example}]}");

        JsonNode door = get(PATH);
        assertThat(door.path("status").toString()).isEqualTo("{\"loadBalancer\":{}}");
        assertThat(door.at("/metadata/generation").asInt()).isEqualTo(1);
    }

    @Test
    void an_ingress_leads_somewhere() {
        assertThat(refused("{}"))
                .isEqualTo("spec: Invalid value: null: either `defaultBackend` or `rules` must be specified");
        assertThat(refused(paths("{path: /, pathType: Prefix, backend: {}}")))
                .isEqualTo("spec.rules[0].http.paths[0].backend: Invalid value: \"\":"
                        + " resource or service backend is required");
        assertThat(refused(paths("{path: /, pathType: Prefix, backend: {service: {name: web}}}")))
                .isEqualTo("spec.rules[0].http.paths[0].backend: Required value: port name or number is required");
    }

    @Test
    void a_path_says_how_it_is_matched_and_is_absolute() {
        assertThat(refused(paths("{path: /, " + BACKEND + "}")))
                .isEqualTo("spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified");
        assertThat(refused(paths("{path: cart, pathType: Prefix, " + BACKEND + "}")))
                .isEqualTo("spec.rules[0].http.paths[0].path: Invalid value: \"cart\": must be an absolute path");
        assertThat(refused(paths("{path: /a//b, pathType: Exact, " + BACKEND + "}")))
                .isEqualTo("spec.rules[0].http.paths[0].path: Invalid value: \"/a//b\": must not contain '//'");
        assertThat(refused(paths("{path: /, pathType: Regex, " + BACKEND + "}")))
                .isEqualTo("spec.rules[0].http.paths[0].pathType: Unsupported value: \"Regex\":"
                        + " supported values: \"Exact\", \"ImplementationSpecific\", \"Prefix\"");
    }

    @Test
    void a_host_is_a_name() {
        assertThat(refused("{rules: [{host: 192.0.2.7}]}"))
                .isEqualTo("spec.rules[0].host: Invalid value: \"192.0.2.7\": must be a DNS name, not an IP address");
        assertThat(refused("{rules: [{host: \"*.\"}]}"))
                .startsWith("spec.rules[0].host: Invalid value: \"*.\": a wildcard DNS-1123 subdomain must start with");
    }

    @Test
    void an_ingress_class_names_its_controller_for_good() {
        assertThat(refusal(() -> ingressClass("a", "{controller: nobody}"))
                        .getStatus()
                        .getMessage())
                .endsWith("spec.controller: Invalid value: \"nobody\":"
                        + " must be a domain-prefixed path (such as \"acme.io/foo\")");
        assertThat(refusal(() -> ingressClass("a", "{parameters: {kind: A, name: b}}"))
                        .getStatus()
                        .getMessage())
                .endsWith("spec.controller: Required value");
    }

    @Test
    void an_ingress_without_a_class_gets_the_default_one() {
        ingressClass("a", "{controller: example.com/door}");

        eventually(() -> {
            client.network()
                    .v1()
                    .ingresses()
                    .inNamespace(namespace)
                    .withName("door")
                    .delete();
            ingress("{rules: [{host: shop.example}]}");
            assertThat(get(PATH).at("/spec/ingressClassName").asText()).isEqualTo(namespace + "-a");
        });
    }
}
