package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What kubelets report of their nodes: addresses, size and what runs there where the node says nothing yet, and that
 * they are well. They repeat it every five minutes.
 */
public final class NodeStatus implements Reconciler {
    /** The conditions that a kubelet reports. */
    static final List<String> CONDITIONS = List.of("MemoryPressure", "DiskPressure", "PIDPressure", "Ready");

    private static final Duration REPEATED = Duration.ofMinutes(5);
    private static final Writer WRITER = Writer.updating("kubelet");
    private static final int FIRST_ADDRESS = 11;

    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;
    /** When each node's kubelet has reported last. */
    private final Map<String, Instant> reported = new HashMap<>();
    /** Which nodes were cordoned when they were last looked at. */
    private final Map<String, Boolean> cordoned = new HashMap<>();

    private int registered;

    public NodeStatus(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (!event.kind().equals(Kinds.NODE)) {
            return List.of();
        }
        if (event.type() == StoreEvent.Type.DELETED) {
            reported.remove(Meta.name(event.object()));
            cordoned.remove(Meta.name(event.object()));
            return List.of();
        }
        return List.of(Key.of(Kinds.NODE, event.object()));
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        return store.view(Kinds.NODE, "", key.name()).filter(Power::isOn).map(this::report);
    }

    private Instant report(ObjectNode node) {
        noticeCordon(node);
        String name = Meta.name(node);
        Instant now = clock.instant();
        boolean well = Condition.isTrue(node, "Ready");
        Instant due = reported.getOrDefault(name, now).plus(REPEATED);
        if (!well || !due.isAfter(now)) {
            ObjectNode written = node.deepCopy();
            describe(written);
            conditions(written.withObjectProperty("status"), now);
            store.updateStatus(Kinds.NODE, written, WRITER);
            if (!well) {
                say(node, "Starting", "Starting kubelet.");
                say(node, "NodeReady", "Node " + name + " status is now: NodeReady");
            }
            reported.put(name, now);
            return now.plus(REPEATED);
        }
        reported.putIfAbsent(name, now);
        return due;
    }

    private void noticeCordon(ObjectNode node) {
        boolean now = node.path("spec").path("unschedulable").asBoolean();
        Boolean before = cordoned.put(Meta.name(node), now);
        if (before != null && before != now) {
            String reason = now ? "NodeNotSchedulable" : "NodeSchedulable";
            say(node, reason, "Node " + Meta.name(node) + " status is now: " + reason);
        }
    }

    private void say(ObjectNode node, String reason, String message) {
        recorder.record(node, new Remark("kubelet", Meta.name(node), "", false, reason, message));
    }

    private void describe(ObjectNode node) {
        ObjectNode status = node.withObjectProperty("status");
        for (String amount : new String[] {"capacity", "allocatable"}) {
            if (!status.has(amount)) {
                JsonNode size = status.path("capacity");
                if (size.isObject()) {
                    status.set(amount, size.deepCopy());
                } else {
                    status.putObject(amount)
                            .put("cpu", "4")
                            .put("memory", "16Gi")
                            .put("ephemeral-storage", "100Gi")
                            .put("pods", "110");
                }
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
    }

    private static void conditions(ObjectNode status, Instant now) {
        pressure(status, "MemoryPressure", "KubeletHasSufficientMemory", "sufficient memory available", now);
        pressure(status, "DiskPressure", "KubeletHasNoDiskPressure", "no disk pressure", now);
        pressure(status, "PIDPressure", "KubeletHasSufficientPID", "sufficient PID available", now);
        Condition.of("Ready", true, "KubeletReady", "kubelet is posting ready status")
                .putInto(status, now)
                .put("lastHeartbeatTime", Timestamps.write(now));
    }

    private static void pressure(ObjectNode status, String type, String reason, String what, Instant now) {
        Condition.of(type, false, reason, "kubelet has " + what)
                .putInto(status, now)
                .put("lastHeartbeatTime", Timestamps.write(now));
    }

    @Override
    public String toString() {
        return "node-status";
    }
}
