package dev.understudy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** What the store of a simulated crowd knows, and when it came to know it; and the hand that repairs. */
final class Truth {
    private final SimulatedCluster cluster;
    private final Map<String, Instant> broken = new ConcurrentHashMap<>();
    private final Map<String, Instant> ready = new ConcurrentHashMap<>();

    Truth(SimulatedCluster cluster) {
        this.cluster = cluster;
        cluster.store().subscribe(this::note);
    }

    private void note(StoreEvent event) {
        JsonNode before = event.before();
        if (!event.kind().equals(Kinds.DEPLOYMENT) || before == null) {
            return;
        }
        Instant now = Instant.now();
        String namespace = event.object().at("/metadata/namespace").asText();
        if (wanted(before) == 1 && wanted(event.object()) == 0) {
            broken.put(namespace, now);
        }
        if (ready(before) == 0 && ready(event.object()) == 1) {
            ready.put(namespace, now);
        }
    }

    /** Returns when the store took the change that broke it. */
    Instant broken(String namespace) {
        return Objects.requireNonNull(broken.get(namespace));
    }

    /** Returns when the store knew that its pod was ready. */
    Instant ready(String namespace) {
        return Objects.requireNonNull(ready.get(namespace));
    }

    void awaitReady(int namespaces) {
        while (cluster.store().view(Kinds.DEPLOYMENT, "").mapToInt(Truth::ready).sum() < namespaces) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    void repair(String namespace) {
        ObjectNode app = cluster.store().get(Kinds.DEPLOYMENT, namespace, "app").orElseThrow();
        app.withObjectProperty("spec").put("replicas", 1);
        ((ObjectNode) app.get("metadata")).remove("resourceVersion");
        cluster.store().update(Kinds.DEPLOYMENT, app, Writer.updating("kubectl-edit"));
    }

    static int ready(JsonNode deployment) {
        return deployment.at("/status/readyReplicas").asInt();
    }

    static int wanted(JsonNode deployment) {
        return deployment.at("/spec/replicas").asInt();
    }
}
