package dev.understudy.simulated.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.outlet.Webhook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts events as an {@code EventList}, as the audit webhook of an API server does. */
public final class AuditWebhook implements Audit.Destination, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWebhook.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Webhook target;
    private boolean failing;

    public AuditWebhook(Webhook target) {
        this.target = target;
    }

    /** What nobody takes is lost, and said once: nobody listens between two drills. */
    @Override
    public void write(List<ObjectNode> events) throws InterruptedException {
        try {
            post(events);
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("Audit events are lost until {} takes them: {}", target.address(), e.toString());
            }
            failing = true;
        }
    }

    private void post(List<ObjectNode> events) throws IOException, InterruptedException {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", "EventList").put("apiVersion", "audit.k8s.io/v1");
        list.putObject("metadata");
        list.putArray("items").addAll(events);
        HttpRequest request = target.request()
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(list.toString()))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new IOException(target.address() + " answered " + status);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
