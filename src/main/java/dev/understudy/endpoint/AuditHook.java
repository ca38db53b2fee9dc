package dev.understudy.endpoint;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.exclusion.AuditEvents;
import dev.understudy.exclusion.AuditScope;
import dev.understudy.exclusion.AuditTrail;
import dev.understudy.exclusion.AuditedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the audit webhook of an API server: {@code EventList} of {@code audit.k8s.io/v1}. Delivery is at least once and
 * in batches; an event that comes again, and further stages of a request, change nothing.
 */
final class AuditHook implements AuditTrail {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Duration patience;
    private final CountDownLatch heard = new CountDownLatch(1);
    private @Nullable Listening listening;

    private record Listening(
            AuditEvents events, OurRecord ours, Consumer<AuditedRequest> listener, Consumer<String> lost) {}

    /** @param patience how long the last events of a drill are waited for */
    AuditHook(Duration patience) {
        this.patience = patience;
    }

    @Override
    public synchronized AutoCloseable follow(
            AuditScope scope, Consumer<AuditedRequest> listener, Consumer<String> lost) {
        listening = new Listening(new AuditEvents(scope), new OurRecord(), listener, lost);
        return this::forget;
    }

    @Override
    public boolean caughtUp() {
        OurRecord ours;
        synchronized (this) {
            if (listening == null) {
                return false;
            }
            ours = listening.ours();
        }
        return ours.gone(patience);
    }

    private synchronized void forget() {
        listening = null;
    }

    /** Waits until the API server has posted anything at all; returns whether it has. */
    boolean heard(Duration patience) throws InterruptedException {
        return heard.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes a delivery; one without a listener is forgotten, since it tells of the time before the drill. */
    synchronized JsonNode take(JsonNode delivery) {
        List<Map<String, Object>> events = readable(delivery);
        heard.countDown();
        int counted = 0;
        if (listening != null) {
            for (Map<String, Object> event : events) {
                var request = listening.events().request(event);
                request.ifPresent(listening.listener());
                request.ifPresent(listening.ours()::see);
                counted += request.isPresent() ? 1 : 0;
            }
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("events", events.size())
                .put("counted", counted);
    }

    /** An API server does not send again what was refused: what it told is lost, and the drill must know. */
    private List<Map<String, Object>> readable(JsonNode delivery) {
        try {
            return events(delivery);
        } catch (RequestProblem refused) {
            if (listening != null) {
                listening.lost().accept("a delivery could not be read: " + refused.getMessage());
            }
            throw refused;
        }
    }

    private static List<Map<String, Object>> events(JsonNode delivery) {
        if (!delivery.path("kind").asText().equals("EventList")
                || !delivery.path("apiVersion").asText().equals("audit.k8s.io/v1")
                || !delivery.path("items").isArray()) {
            throw RequestProblem.unreadable("this is no EventList of audit.k8s.io/v1");
        }
        List<Map<String, Object>> events = new ArrayList<>();
        for (JsonNode item : delivery.path("items")) {
            if (!item.isObject() || item.path("auditID").asText().isEmpty()) {
                throw RequestProblem.unreadable("an item of the EventList has no auditID");
            }
            events.add(JSON.convertValue(item, OBJECT));
        }
        return events;
    }
}
