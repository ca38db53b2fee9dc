package dev.understudy.simulated.api;

import dev.understudy.simulated.access.Caller;
import dev.understudy.simulated.store.Catalogue;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One request while it is under way.
 *
 * @param auditId names it in the audit
 * @param received when its head had arrived
 * @param kinds what is served
 */
record Exchange(HttpServerRequest request, UUID auditId, Instant received, Target target, Catalogue kinds) {
    static Exchange begin(HttpServerRequest request, Instant now, Catalogue kinds) {
        String watching = Objects.requireNonNullElse(request.getParam("watch"), "");
        boolean watch = watching.equals("true") || watching.equals("1");
        String path = Objects.requireNonNullElse(request.path(), "/");
        Target target = Targets.read(request.method().name(), path, watch, kinds);
        return new Exchange(request, UUID.randomUUID(), now, target, kinds);
    }

    /** Returns a header, or an empty text. */
    String header(String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    /** Whether the client wants frames of a WebSocket instead of a body. */
    boolean isWebSocket() {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    Ask ask(Caller caller, Buffer body) {
        return new Ask(target, request.method().name(), request.params(), request.headers(), body, caller, kinds);
    }
}
