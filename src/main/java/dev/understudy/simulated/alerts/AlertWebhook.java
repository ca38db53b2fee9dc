package dev.understudy.simulated.alerts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.outlet.Webhook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts payloads in order, on a thread of its own. One that is not taken is tried again a few times, then logged. */
public final class AlertWebhook implements Consumer<ObjectNode>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWebhook.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 5;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("simulated-alerts").factory());
    private final Webhook target;

    public AlertWebhook(Webhook target) {
        this.target = target;
    }

    @Override
    public void accept(ObjectNode payload) {
        thread.execute(() -> deliver(payload.toString()));
    }

    private void deliver(String payload) {
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                String failure = post(payload);
                if (failure.isEmpty()) {
                    return;
                }
                LOG.warn("Alerts were not delivered, attempt {} of {}: {}", attempt, ATTEMPTS, failure);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns why it was not delivered, empty when it was. A refusal that would come again counts as delivered. */
    private String post(String payload) throws InterruptedException {
        try {
            HttpRequest request = target.request()
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Alertmanager/understudy-simulated")
                    .POST(HttpRequest.BodyPublishers.ofString(payload))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 == 4) {
                LOG.warn("{} refuses alerts with {}", target.address(), status);
            }
            return status / 100 == 5 ? target.address() + " answered " + status : "";
        } catch (IOException unreachable) {
            return String.valueOf(unreachable.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        client.shutdownNow();
    }
}
