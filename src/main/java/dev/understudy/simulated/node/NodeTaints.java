package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the taints of nodes that follow from their conditions and from being cordoned. Unlike a real cluster it taints
 * however many nodes are lost: a real one spares the pods when no node is left to go to.
 */
public final class NodeTaints implements Reconciler {
    static final String NOT_READY = "node.kubernetes.io/not-ready";
    static final String UNREACHABLE = "node.kubernetes.io/unreachable";
    private static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";
    private static final Map<String, String> PRESSURES = Map.of(
            "MemoryPressure", "node.kubernetes.io/memory-pressure",
            "DiskPressure", "node.kubernetes.io/disk-pressure",
            "PIDPressure", "node.kubernetes.io/pid-pressure",
            "NetworkUnavailable", "node.kubernetes.io/network-unavailable");

    /** Taints that nobody else may keep on a node. */
    private static final Set<String> OURS = Set.of(
            NOT_READY,
            UNREACHABLE,
            UNSCHEDULABLE,
            "node.kubernetes.io/memory-pressure",
            "node.kubernetes.io/disk-pressure",
            "node.kubernetes.io/pid-pressure",
            "node.kubernetes.io/network-unavailable");

    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;

    public NodeTaints(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        boolean node = event.kind().equals(Kinds.NODE) && event.type() != StoreEvent.Type.DELETED;
        return node ? List.of(Key.of(Kinds.NODE, event.object())) : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.view(Kinds.NODE, "", key.name()).ifPresent(this::taint);
        return Optional.empty();
    }

    private void taint(ObjectNode node) {
        List<Taint> wanted = wanted(node);
        ArrayNode kept = node.arrayNode();
        List<Taint> present = new ArrayList<>();
        for (JsonNode json : node.path("spec").path("taints")) {
            Taint taint = Taint.read(json);
            boolean ours = OURS.contains(taint.key()) && !taint.effect().equals("PreferNoSchedule");
            if (!ours || wanted.contains(taint)) {
                kept.add(json.deepCopy());
                present.add(taint);
            }
        }
        boolean dropped = kept.size() < node.path("spec").path("taints").size();
        List<Taint> missing =
                wanted.stream().filter(taint -> !present.contains(taint)).toList();
        if (dropped || !missing.isEmpty()) {
            missing.forEach(taint -> kept.addObject()
                    .put("key", taint.key())
                    .put("effect", taint.effect())
                    .put("timeAdded", Timestamps.write(clock.instant())));
            write(node.deepCopy(), kept);
        }
    }

    private void write(ObjectNode node, ArrayNode taints) {
        ObjectNode spec = node.withObjectProperty("spec");
        if (taints.isEmpty()) {
            spec.remove("taints");
        } else {
            spec.set("taints", taints);
        }
        store.update(Kinds.NODE, node, WRITER);
    }

    private static List<Taint> wanted(ObjectNode node) {
        List<Taint> wanted = new ArrayList<>();
        String ready = "";
        for (JsonNode condition : node.path("status").path("conditions")) {
            String type = condition.path("type").asText();
            String status = condition.path("status").asText();
            if (type.equals("Ready")) {
                ready = status;
            } else if (PRESSURES.containsKey(type) && status.equals("True")) {
                wanted.add(taint(PRESSURES.getOrDefault(type, ""), Taint.NO_SCHEDULE));
            }
        }
        switch (ready) {
            case "True" -> {
                // takes pods
            }
            case "False" -> wanted.addAll(both(NOT_READY));
            case "Unknown" -> wanted.addAll(both(UNREACHABLE));
            // nothing was ever reported: it was tainted when it was created
            default ->
                wanted.addAll(Taint.of(node, Taint.NO_SCHEDULE).stream()
                        .filter(taint -> taint.key().equals(NOT_READY))
                        .toList());
        }
        if (node.path("spec").path("unschedulable").asBoolean()) {
            wanted.add(taint(UNSCHEDULABLE, Taint.NO_SCHEDULE));
        }
        return wanted;
    }

    private static List<Taint> both(String key) {
        return List.of(taint(key, Taint.NO_SCHEDULE), taint(key, Taint.NO_EXECUTE));
    }

    private static Taint taint(String key, String effect) {
        return new Taint(key, "", effect);
    }

    @Override
    public String toString() {
        return "node-taints";
    }
}
