package dev.understudy.simulated.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.access.SimulatedUser;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.world.World;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpdyTunnelTest {
    private static final String WORLD = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: till, namespace: shop, annotations: {simulated.understudy.dev/latency: 20ms}}
            spec: {containers: [{name: main, image: "shop/till:1", ports: [{containerPort: 8080}]}]}
            """;

    private SimulatedCluster cluster;
    private SpdyClient kubectl;

    @BeforeEach
    void start() {
        cluster = SimulatedCluster.start(SimulatedOptions.defaults()
                .withPace(Pace.DEFAULT.scaled(0))
                .withUsers(List.of(new SimulatedUser("ana", List.of("system:masters"), "ana-token"))));
        cluster.load(World.read(WORLD, "till.yaml"));
        eventually(() -> assertThat(cluster.store()
                        .get(Kinds.POD, "shop", "till")
                        .orElseThrow()
                        .at("/status/phase")
                        .asText())
                .isEqualTo("Running"));
        kubectl = new SpdyClient(cluster.url(), "/api/v1/namespaces/shop/pods/till/portforward", "ana-token");
    }

    @AfterEach
    void stop() {
        kubectl.close();
        cluster.close();
    }

    @Test
    void requests_on_one_connection_are_answered_one_after_the_other() {
        kubectl.open(1, 3, 8080);

        kubectl.send(3, "GET /a HTTP/1.1\r\nHost: till\r\n\r\nHEAD /b HTTP/1.1\r\nHost: till\r\n\r\n");

        eventually(
                () -> assertThat(kubectl.heard(3).split("HTTP/1.1 200 OK", -1)).hasSize(3));
        assertThat(kubectl.heard(3)).contains("\"status\":\"ok\"").endsWith("\r\n\r\n");
    }

    @Test
    void a_port_where_nobody_listens_is_an_error_of_its_connection_alone() {
        kubectl.open(1, 3, 9999);
        kubectl.open(5, 7, 8080);

        kubectl.send(7, "GET / HTTP/1.1\r\nHost: till\r\n\r\n");

        eventually(() -> assertThat(kubectl.heard(7)).contains("200 OK"));
        assertThat(kubectl.heard(1)).contains("error forwarding port 9999", "connect: connection refused");
    }

    @Test
    void what_is_no_http_is_answered_as_a_server_does() {
        kubectl.open(1, 3, 8080);

        kubectl.send(3, "what is this\r\n\r\n");

        eventually(() -> assertThat(kubectl.heard(3)).startsWith("HTTP/1.1 400 Bad Request"));
    }

    @Test
    void a_ping_comes_back() {
        kubectl.ping(5);

        eventually(() -> assertThat(kubectl.pings()).containsExactly(5));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
