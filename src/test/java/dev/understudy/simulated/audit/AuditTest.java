package dev.understudy.simulated.audit;

import static dev.understudy.simulated.store.Objects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.simulated.outlet.Webhook;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AuditTest {
    @Test
    void posts_events_as_the_webhook_of_an_api_server_does() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/audit", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/audit");
        try (AuditWebhook webhook = new AuditWebhook(Webhook.open(address));
                Audit audit = new Audit(List.of(webhook))) {
            audit.note(json("{'verb':'patch'}"));

            await().until(() -> !bodies.isEmpty());
        } finally {
            server.stop(0);
        }
        assertThat(json(bodies.getFirst()).path("kind").asText()).isEqualTo("EventList");
        assertThat(json(bodies.getFirst()).at("/items/0/verb").asText()).isEqualTo("patch");
    }

    @Test
    void delivers_what_is_waiting_before_it_closes() {
        List<ObjectNode> delivered = new ArrayList<>();
        Audit audit = new Audit(List.of(delivered::addAll));
        for (int i = 0; i < 1_000; i++) {
            audit.note(json("{'n':" + i + "}"));
        }

        audit.close();

        assertThat(delivered).hasSize(1_000);
    }
}
