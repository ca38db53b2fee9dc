package dev.understudy.cluster.kubernetes.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.Sighting;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Connection;
import dev.understudy.cluster.kubernetes.wire.Kubeconfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watches on a server that falls silent without breaking a connection. */
class WatchesTest {
    private final AtomicBoolean silent = new AtomicBoolean();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Sighting> seen = new CopyOnWriteArrayList<>();
    private HttpServer front;
    private ApiServer server;

    @BeforeEach
    void open() throws IOException {
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        front.createContext("/", this::answer);
        front.start();
        String config = """
                current-context: x
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: u, user: {}}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                """.formatted(front.getAddress().getPort());
        server = Connection.open(
                Kubeconfig.text(config, Optional.empty()), "test", Duration.ofSeconds(2), InstantSource.system());
    }

    @AfterEach
    void close() {
        end.countDown();
        server.close();
        front.stop(0);
    }

    @Test
    void a_server_that_falls_silent_is_noticed_though_no_connection_broke() throws Exception {
        try (Watches watches = new Watches(server, InstantSource.system(), Duration.ofMillis(20));
                AutoCloseable watch = watches.add(new Scope("shop", Set.of(ResourceType.POD)), seen::add)) {
            await().untilAsserted(() -> assertThat(seen).anyMatch(WatchesTest::seesPods));

            silent.set(true);

            await().untilAsserted(() -> assertThat(seen)
                    .anyMatch(s -> s instanceof Sighting.Blind b && b.type().equals(ResourceType.POD)));
        }
    }

    @Test
    void an_autoscaler_type_that_is_not_served_is_seen_as_empty() throws Exception {
        try (Watches watches = new Watches(server, InstantSource.system());
                AutoCloseable watch = watches.add(new Scope("shop", Set.of(ResourceType.AUTOSCALER)), seen::add)) {
            await().untilAsserted(() -> assertThat(seen)
                    .anyMatch(s -> s instanceof Sighting.Seeing g && g.type().equals(ResourceType.AUTOSCALER)));
        }
    }

    private static boolean seesPods(Sighting sighting) {
        return sighting instanceof Sighting.Seeing s && s.type().equals(ResourceType.POD);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        try (exchange) {
            if (path.contains("watch=true")) {
                exchange.sendResponseHeaders(200, 0);
                end.await();
            } else if (path.contains("horizontalpodautoscalers")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!silent.get()) {
                byte[] list = "{\"kind\": \"List\", \"metadata\": {\"resourceVersion\": \"1\"}, \"items\": []}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, list.length);
                exchange.getResponseBody().write(list);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
