package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.LineStream;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.exclusion.AuditEvents;
import dev.understudy.exclusion.AuditTrail;
import dev.understudy.exclusion.AuditedRequest;
import java.util.Optional;
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
    public AutoCloseable follow(String namespace, Consumer<AuditedRequest> listener) {
        LineStream lines = server.follow(path);
        AuditEvents events = new AuditEvents(namespace);
        Thread reader = Thread.ofVirtual().name("audit").start(() -> read(lines, events, listener));
        return () -> {
            reader.interrupt();
            lines.close();
        };
    }

    private static void read(LineStream lines, AuditEvents events, Consumer<AuditedRequest> listener) {
        try {
            Optional<String> line = lines.next();
            while (line.isPresent()) {
                events.request(PlainJson.parse(line.get())).ifPresent(listener);
                line = lines.next();
            }
        } catch (ClusterException _) {
            // it ends with the cluster; that the cluster is gone the probes tell
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
