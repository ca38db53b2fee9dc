package dev.understudy.simulated.api;

import dev.understudy.simulated.audit.Audit;

/**
 * Offers audit events as they happen, one a line: what a real cluster would post to a webhook. Not part of Kubernetes,
 * so it has a path of its own.
 */
final class AuditStream {
    /** Path of the stream. */
    static final String PATH = "/understudy/audit";

    private final Audit audit;

    AuditStream(Audit audit) {
        this.audit = audit;
    }

    /** Begins to answer; every event of a request that comes after the head of the answer is in it. */
    void start(Exchange exchange) {
        var response = exchange.request().response();
        response.setChunked(true).putHeader("Content-Type", "application/json");
        Stream stream = Stream.lines(response);
        AutoCloseable listening = audit.listen(event -> stream.send(event.toString()));
        stream.onEnd(() -> close(listening));
        response.closeHandler(closed -> stream.end());
        response.writeHead();
    }

    private static void close(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception failure) {
            throw new IllegalStateException("a listener did not close", failure);
        }
    }
}
