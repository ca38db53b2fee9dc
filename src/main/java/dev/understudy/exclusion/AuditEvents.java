package dev.understudy.exclusion;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns Kubernetes audit events ({@code audit.k8s.io/v1}) into the requests that concern one drill and succeeded, each once.
 * Not for several threads.
 *
 * <p>Delivery is at least once and a request has several stages, so requests are told apart by auditID; the latest ten
 * thousand are remembered. Long-running requests (watch, exec, attach) count when they begin: they may never end.
 */
public final class AuditEvents {
    private static final int REMEMBERED = 10_000;
    private static final Set<String> READS = Set.of("get", "list", "watch");
    private static final Set<String> STAGES = Set.of("ResponseStarted", "ResponseComplete");
    /** What changes something although its verb only reads: a hand inside a pod. */
    private static final Set<String> HANDS = Set.of("exec", "attach", "portforward", "ephemeralcontainers");
    /** What clients write in passing. */
    private static final Set<String> NOISE = Set.of("events", "leases");

    private final AuditScope scope;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    public AuditEvents(AuditScope scope) {
        this.scope = scope;
    }

    /**
     * Returns the request that an event tells of, if it counts.
     *
     * @param event the event as plain JSON
     */
    public Optional<AuditedRequest> request(Map<String, Object> event) {
        if (!counts(event) || seen.putIfAbsent(text(event, "auditID"), true) != null) {
            return Optional.empty();
        }
        return Optional.of(new AuditedRequest(
                text(event, "user", "username"),
                text(event, "userAgent"),
                text(event, "verb"),
                object(event),
                time(event),
                writes(event)));
    }

    private static boolean writes(Map<String, Object> event) {
        return !READS.contains(text(event, "verb")) || HANDS.contains(text(event, "objectRef", "subresource"));
    }

    private boolean counts(Map<String, Object> event) {
        return scope.holds(text(event, "objectRef", "namespace"), object(event), writes(event))
                && !NOISE.contains(text(event, "objectRef", "resource"))
                && STAGES.contains(text(event, "stage"))
                && at(event, "responseStatus", "code") instanceof Number code
                && code.intValue() < 300;
    }

    private static String object(Map<String, Object> event) {
        String group = text(event, "objectRef", "apiGroup");
        String name = text(event, "objectRef", "name");
        String part = text(event, "objectRef", "subresource");
        return text(event, "objectRef", "resource")
                + (group.isEmpty() ? "" : "." + group)
                + (name.isEmpty() ? "" : "/" + name)
                + (part.isEmpty() ? "" : "/" + part);
    }

    private static @Nullable Instant time(Map<String, Object> event) {
        try {
            return Instant.parse(text(event, "stageTimestamp"));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static String text(Map<String, Object> event, String... fields) {
        Object found = at(event, fields);
        return found == null ? "" : found.toString();
    }

    private static @Nullable Object at(Map<String, Object> event, String... fields) {
        Object here = event;
        for (String field : fields) {
            here = here instanceof Map<?, ?> map ? map.get(field) : null;
        }
        return here;
    }
}
