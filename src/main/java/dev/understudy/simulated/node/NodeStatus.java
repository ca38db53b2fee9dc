package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A kubelet's first act: it registers its node's addresses, size and readiness where the node says nothing yet. */
public final class NodeStatus implements Reconciler {
    private static final Writer WRITER = Writer.updating("kubelet");
    private static final int FIRST_ADDRESS = 11;

    private final ObjectStore store;
    private final InstantSource clock;
    private int registered;

    public NodeStatus(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        return event.kind().equals(Kinds.NODE) ? List.of(Key.of(Kinds.NODE, event.object())) : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(Kinds.NODE, "", key.name())
                .filter(node -> Condition.find(node.path("status"), "Ready").isEmpty())
                .ifPresent(this::register);
        return Optional.empty();
    }

    private void register(ObjectNode node) {
        ObjectNode status = node.withObjectProperty("status");
        for (String amount : new String[] {"capacity", "allocatable"}) {
            if (!status.has(amount)) {
                status.putObject(amount).put("cpu", "4").put("memory", "16Gi").put("pods", "110");
            }
        }
        if (!status.has("addresses")) {
            var addresses = status.putArray("addresses");
            String ip = "192.168.1." + (FIRST_ADDRESS + registered++);
            addresses.addObject().put("type", "InternalIP").put("address", ip);
            addresses.addObject().put("type", "Hostname").put("address", Meta.name(node));
        }
        status.withObjectProperty("nodeInfo")
                .put("kubeletVersion", "v1.36.0-understudy-simulated")
                .put("containerRuntimeVersion", "simulated://1")
                .put("operatingSystem", "linux")
                .put("architecture", "amd64");
        Instant now = clock.instant();
        pressure(status, "MemoryPressure", "KubeletHasSufficientMemory", now);
        pressure(status, "DiskPressure", "KubeletHasNoDiskPressure", now);
        pressure(status, "PIDPressure", "KubeletHasSufficientPID", now);
        Condition.of("Ready", true, "KubeletReady", "kubelet is posting ready status")
                .putInto(status, now);
        store.updateStatus(Kinds.NODE, node, WRITER);
    }

    private static void pressure(ObjectNode status, String type, String reason, Instant now) {
        Condition.of(type, false, reason, "").putInto(status, now);
    }

    @Override
    public String toString() {
        return "node-registration";
    }
}
