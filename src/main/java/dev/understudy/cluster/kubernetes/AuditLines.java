package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.LineStream;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.exclusion.AuditEvents;
import dev.understudy.exclusion.AuditScope;
import dev.understudy.exclusion.AuditTrail;
import dev.understudy.exclusion.AuditedRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Follows the audit events that a simulated cluster offers, one a line, for as long as the connection lives. Real
 * clusters offer no such stream; they deliver to a webhook.
 */
final class AuditLines implements AuditTrail {
    private final ApiServer server;
    private final String path;

    AuditLines(ApiServer server, String path) {
        this.server = server;
        this.path = path;
    }

    /** Returns once the stream is open, so that nothing done afterwards is missed. */
    @Override
    public AutoCloseable follow(AuditScope scope, Consumer<AuditedRequest> listener, Consumer<String> lost) {
        LineStream lines = server.follow(path);
        AuditEvents events = new AuditEvents(scope);
        AtomicBoolean closed = new AtomicBoolean();
        Thread reader = Thread.ofVirtual().name("audit").start(() -> {
            String why = read(lines, events, listener);
            if (!closed.get()) {
                lost.accept(why);
            }
        });
        return () -> {
            closed.set(true);
            reader.interrupt();
            lines.close();
        };
    }

    /** Reads to the end; returns why it ended. */
    private static String read(LineStream lines, AuditEvents events, Consumer<AuditedRequest> listener) {
        try {
            Optional<String> line = lines.next();
            while (line.isPresent()) {
                events.request(PlainJson.parse(line.get())).ifPresent(listener);
                line = lines.next();
            }
            return "the cluster closed the stream";
        } catch (ClusterException | IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
