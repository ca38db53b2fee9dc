package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.LocalPortForward;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortForwardContractTest extends ServerContract {
    @BeforeEach
    void fill() {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: one, labels: {app: one}}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers: [{name: main, image: "nginx:1", ports: [{containerPort: 80}]}]
                """);
        eventually(() -> assertThat(
                        client.pods().inNamespace(namespace).withName("one").isReady())
                .isTrue());
    }

    @Test
    void a_port_forward_needs_a_connection_that_changes_its_protocol() {
        var answer = fetch("/api/v1/namespaces/NS/pods/one/portforward");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Upgrade request required");
    }

    @Test
    void a_port_forward_to_a_pod_that_is_not_there_is_404() {
        assertThat(fetch("/api/v1/namespaces/NS/pods/absent/portforward").code())
                .isEqualTo(404);
    }

    @RunsContainers
    @Test
    void a_forwarded_port_answers_as_the_application_does() throws Exception {
        try (LocalPortForward forward = forward(80);
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + forward.getLocalPort() + "/");

            HttpResponse<String> got = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            HttpResponse<String> head =
                    http.send(HttpRequest.newBuilder(address).HEAD().build(), BodyHandlers.ofString());

            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(got.body()).isNotEmpty();
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
    }

    @RunsContainers
    @Test
    void a_port_where_nobody_listens_refuses_the_connection() throws Exception {
        String path = "/api/v1/namespaces/" + namespace + "/pods/one/portforward?ports=81";

        try (ChannelClient channels = new ChannelClient(client, path, "v4.channel.k8s.io", Map.of())) {
            channels.send(0, "GET / HTTP/1.1\r\n\r\n");

            eventually(() -> assertThat(channels.heard(1)).contains("connect: connection refused"));
        }
    }

    private LocalPortForward forward(int port) {
        return client.pods().inNamespace(namespace).withName("one").portForward(port);
    }
}
