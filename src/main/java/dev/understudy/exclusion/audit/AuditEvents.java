package dev.understudy.exclusion.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.exclusion.AuditedRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns audit events into requests of one namespace: finished, successful, each once. Not for several threads.
 *
 * <p>Delivery is at least once, so events are told apart by auditID and stage; the latest ten thousand are remembered.
 */
public final class AuditEvents {
    private static final int REMEMBERED = 10_000;
    private static final Set<String> READS = Set.of("get", "list", "watch");
    /** Where the machinery writes without anybody's doing. */
    private static final Set<String> NOISE = Set.of("events", "leases", "endpointslices", "endpoints");

    private final String namespace;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    public AuditEvents(String namespace) {
        this.namespace = namespace;
    }

    /** Returns the request that an event tells of, if it is finished, successful, new and in the namespace. */
    public Optional<AuditedRequest> request(JsonNode event) {
        JsonNode object = event.path("objectRef");
        boolean wanted = namespace.equals(object.path("namespace").asText())
                && !NOISE.contains(object.path("resource").asText())
                && finished(event)
                && event.path("responseStatus").path("code").asInt() < 300;
        if (!wanted || seen.putIfAbsent(key(event), true) != null) {
            return Optional.empty();
        }
        String verb = event.path("verb").asText();
        return Optional.of(new AuditedRequest(
                event.path("user").path("username").asText(),
                event.path("userAgent").asText(),
                verb,
                name(object),
                time(event),
                !READS.contains(verb)));
    }

    /** Long-running requests (watch, exec, attach) count when they begin: they may never end. */
    private static boolean finished(JsonNode event) {
        String stage = event.path("stage").asText();
        return stage.equals("ResponseComplete") || stage.equals("ResponseStarted");
    }

    private static String key(JsonNode event) {
        return event.path("auditID").asText();
    }

    private static String name(JsonNode object) {
        String group = object.path("apiGroup").asText();
        String name = object.path("name").asText();
        String part = object.path("subresource").asText();
        return object.path("resource").asText()
                + (group.isEmpty() ? "" : "." + group)
                + (name.isEmpty() ? "" : "/" + name)
                + (part.isEmpty() ? "" : "/" + part);
    }

    private static Instant time(JsonNode event) {
        try {
            return Instant.parse(event.path("stageTimestamp").asText());
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }
}
