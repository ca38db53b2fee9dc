package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.access.Caller;
import dev.understudy.simulated.audit.Audit;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the audit event of each request. Bodies are included for writes, and never those of secrets. */
final class AuditEvents {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete", "deletecollection");

    private final Audit audit;
    private final InstantSource clock;

    AuditEvents(Audit audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes that something that stays open has begun to answer. */
    void started(Exchange exchange, Caller caller, int status) {
        audit.note(event(exchange, caller, "ResponseStarted", status, Buffer.buffer()));
    }

    /**
     * Notes that a request has been answered.
     *
     * @param caller null when nobody could be recognised
     */
    void completed(Exchange exchange, @Nullable Caller caller, int status, Buffer body) {
        audit.note(event(exchange, caller, "ResponseComplete", status, body));
    }

    private ObjectNode event(Exchange exchange, @Nullable Caller caller, String stage, int status, Buffer body) {
        JsonNode object = requestObject(exchange.target(), body);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kind", "Event").put("apiVersion", "audit.k8s.io/v1");
        event.put("level", object.isMissingNode() ? "Metadata" : "Request");
        event.put("auditID", exchange.auditId().toString());
        event.put("stage", stage);
        event.put("requestURI", exchange.request().uri());
        event.put("verb", exchange.target().verb());
        addUsers(event, caller);
        event.putArray("sourceIPs").add(exchange.request().remoteAddress().hostAddress());
        event.put("userAgent", Objects.requireNonNullElse(exchange.request().getHeader("User-Agent"), ""));
        if (exchange.target().isResource()) {
            event.set("objectRef", reference(exchange.target(), object));
        }
        event.putObject("responseStatus").put("code", status).putObject("metadata");
        if (!object.isMissingNode()) {
            event.set("requestObject", object);
        }
        event.put("requestReceivedTimestamp", micros(exchange.received()));
        event.put("stageTimestamp", micros(clock.instant()));
        event.putObject("annotations")
                .put("authorization.k8s.io/decision", status == 403 || caller == null ? "forbid" : "allow");
        return event;
    }

    private static void addUsers(ObjectNode event, @Nullable Caller caller) {
        ObjectNode user = event.putObject("user");
        if (caller == null) {
            return;
        }
        Caller actual = caller.actual();
        describe(user, actual == null ? caller : actual);
        if (actual != null) {
            describe(event.putObject("impersonatedUser"), caller);
        }
    }

    private static void describe(ObjectNode user, Caller caller) {
        user.put("username", caller.name());
        caller.groups().forEach(user.withArrayProperty("groups")::add);
    }

    private static ObjectNode reference(Target target, JsonNode object) {
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        reference.put("resource", target.resource());
        String name = target.name().isEmpty() && target.verb().equals("create")
                ? object.path("metadata").path("name").asText("")
                : target.name();
        put(reference, "namespace", target.deed().namespace());
        put(reference, "name", name);
        put(reference, "apiGroup", target.group());
        put(reference, "apiVersion", target.version());
        put(reference, "subresource", target.subresource());
        return reference;
    }

    private static JsonNode requestObject(Target target, Buffer body) {
        boolean secret = target.resource().equals("secrets");
        if (secret || !WRITES.contains(target.verb()) || body.length() == 0) {
            return JsonNodeFactory.instance.missingNode();
        }
        try {
            JsonNode object = Json.MAPPER.readTree(body.getBytes());
            return object == null ? JsonNodeFactory.instance.missingNode() : object;
        } catch (IOException notJson) {
            // YAML, protobuf or no body at all: the event says who and what, without it.
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }

    private static String micros(Instant moment) {
        return MICROS.format(moment);
    }
}
