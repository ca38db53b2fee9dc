package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.PodState;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notices nodes whose kubelet has fallen silent: after a while nothing is known of them, and their pods count as not
 * ready.
 */
public final class NodeMonitor implements Reconciler {
    private static final String COMPONENT = "node-controller";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");
    /** How long a kubelet may be silent that has reported before, and one that never has. */
    private static final Duration SILENCE = Duration.ofSeconds(50);

    private static final Duration FIRST_SILENCE = Duration.ofSeconds(60);

    private final ObjectStore store;
    private final InstantSource clock;
    private final Pace pace;
    private final Recorder recorder;
    private final PodsByNode pods = new PodsByNode();
    private final Set<String> known = new HashSet<>();
    /** Since when each silent node is silent. */
    private final Map<String, Instant> silent = new HashMap<>();

    public NodeMonitor(ObjectStore store, InstantSource clock, Pace pace, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.pace = pace;
        this.recorder = recorder;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        pods.hear(event);
        if (!event.kind().equals(Kinds.NODE)) {
            return List.of();
        }
        ObjectNode node = event.object();
        String name = Meta.name(node);
        if (event.type() == StoreEvent.Type.DELETED) {
            silent.remove(name);
            known.remove(name);
            tell(node, "RemovingNode", "Removing Node " + name + " from Controller");
            return List.of();
        }
        if (known.add(name)) {
            tell(node, "RegisteredNode", "Registered Node " + name + " in Controller");
        }
        if (!Power.isOff(node)) {
            silent.remove(name);
            return List.of();
        }
        silent.putIfAbsent(name, clock.instant());
        return List.of(Key.of(Kinds.NODE, node));
    }

    private void tell(ObjectNode node, String reason, String what) {
        recorder.record(node, Remark.normal(COMPONENT, reason, "Node " + Meta.name(node) + " event: " + what));
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Instant since = silent.get(key.name());
        Optional<ObjectNode> found = store.view(Kinds.NODE, "", key.name());
        if (since == null || found.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode node = found.get();
        boolean reported = Condition.find(node.path("status"), "Ready").isPresent();
        Instant lost = since.plus(pace.of(reported ? SILENCE : FIRST_SILENCE));
        if (clock.instant().isBefore(lost)) {
            return Optional.of(lost);
        }
        boolean wasReady = Condition.isTrue(node, "Ready");
        giveUp(node.deepCopy());
        if (wasReady) {
            String name = Meta.name(node);
            recorder.record(
                    node, Remark.normal(COMPONENT, "NodeNotReady", "Node " + name + " status is now: NodeNotReady"));
        }
        pods.on(key.name()).forEach(this::unready);
        return Optional.empty();
    }

    private void giveUp(ObjectNode node) {
        ObjectNode status = node.withObjectProperty("status");
        for (String type : NodeStatus.CONDITIONS) {
            String before = Condition.find(status, type)
                    .map(condition -> condition.path("status").asText())
                    .orElse("");
            if (before.isEmpty()) {
                unknown(type, "NodeStatusNeverUpdated", "Kubelet never posted node status.", status);
            } else if (!before.equals("Unknown")) {
                unknown(type, "NodeStatusUnknown", "Kubelet stopped posting node status.", status);
            }
        }
        store.updateStatus(Kinds.NODE, node, WRITER);
    }

    private void unknown(String type, String reason, String message, ObjectNode status) {
        String heartbeat = Condition.find(status, type)
                .map(condition -> condition.path("lastHeartbeatTime").asText())
                .orElse("");
        ObjectNode written = new Condition(type, "Unknown", reason, message).putInto(status, clock.instant());
        if (!heartbeat.isEmpty()) {
            written.put("lastHeartbeatTime", heartbeat);
        }
    }

    /** The pod may run on, but nobody can tell. */
    private void unready(Key key) {
        store.get(Kinds.POD, key.namespace(), key.name())
                .filter(PodState::ready)
                .ifPresent(pod -> {
                    Condition.of("Ready", false, "", "")
                            .putInto(pod.withObjectProperty("status"), clock.instant())
                            .put(
                                    "observedGeneration",
                                    pod.path("metadata").path("generation").asInt());
                    store.updateStatus(Kinds.POD, pod, WRITER);
                    recorder.record(pod, Remark.warning(COMPONENT, "NodeNotReady", "Node is not ready"));
                });
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
