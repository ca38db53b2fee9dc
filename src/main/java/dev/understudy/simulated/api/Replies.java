package dev.understudy.simulated.api;

import dev.understudy.simulated.store.StatusException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Sends replies. */
final class Replies {
    private Replies() {}

    static Reply of(StatusException refusal) {
        return Reply.json(refusal.code(), Statuses.of(refusal))
                .retryAfter(refusal.details().retryAfterSeconds());
    }

    /** Answers a request of which not even the target can be told. */
    static void refuse(HttpServerRequest request, StatusException refusal) {
        Reply reply = of(refusal);
        request.response()
                .setStatusCode(reply.status())
                .putHeader("Content-Type", reply.contentType())
                .end(Buffer.buffer(reply.body()));
    }

    /** Sends a reply, after its delay; a client that has gone meanwhile is let go. */
    static void send(Exchange exchange, Reply reply, Vertx vertx) {
        if (reply.delay().isPositive()) {
            vertx.setTimer(Math.max(1, reply.delay().toMillis()), due -> send(exchange, reply));
        } else {
            send(exchange, reply);
        }
    }

    private static void send(Exchange exchange, Reply reply) {
        var response = exchange.request().response();
        if (response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        response.putHeader("Content-Type", reply.contentType());
        response.putHeader("Audit-Id", exchange.auditId().toString());
        response.putHeader("Cache-Control", "no-cache, private");
        reply.warnings().forEach(text -> response.headers().add("Warning", warning(text)));
        if (reply.retryAfterSeconds() > 0) {
            response.putHeader("Retry-After", Integer.toString(reply.retryAfterSeconds()));
        }
        response.end(Buffer.buffer(reply.body()));
    }

    private static String warning(String text) {
        return "299 - \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
