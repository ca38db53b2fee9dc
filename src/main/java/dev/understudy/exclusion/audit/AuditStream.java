package dev.understudy.exclusion.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.exclusion.AuditTrail;
import dev.understudy.exclusion.AuditedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Follows the audit stream that a simulated cluster offers: one event a line, for as long as the connection lives.
 * Real clusters offer no such stream; they deliver to a webhook.
 */
public final class AuditStream implements AuditTrail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI stream;
    private final String token;

    /**
     * Knows where the stream is.
     *
     * @param token bearer token that may read it
     */
    public AuditStream(URI stream, String token) {
        this.stream = stream;
        this.token = token;
    }

    /** Returns once the stream is open, so that nothing done afterwards is missed. */
    @Override
    public AutoCloseable follow(String namespace, Consumer<AuditedRequest> listener) {
        HttpClient client = HttpClient.newHttpClient();
        CountDownLatch open = new CountDownLatch(1);
        Thread.ofVirtual().name("audit").start(() -> {
            try {
                HttpResponse<Stream<String>> answer = client.send(
                        HttpRequest.newBuilder(stream)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
                open.countDown();
                AuditEvents events = new AuditEvents(namespace);
                try (Stream<String> lines = answer.body()) {
                    lines.forEach(line -> deliver(line, events, listener));
                }
            } catch (IOException | RuntimeException _) {
                // the stream ends with the cluster or when it is closed; probes tell when the cluster is gone
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                open.countDown();
            }
        });
        try {
            open.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return client::shutdownNow;
    }

    private static void deliver(String line, AuditEvents events, Consumer<AuditedRequest> listener) {
        try {
            events.request(JSON.readTree(line)).ifPresent(listener);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the audit stream sent what is not JSON", e);
        }
    }
}
