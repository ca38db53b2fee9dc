package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
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
 * Removes pods that no kubelet is left to end: those of a node that is no more, after a while, and those being deleted
 * on a dead node that somebody has tainted as out of service.
 */
public final class LostPods implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");
    private static final String OUT_OF_SERVICE = "node.kubernetes.io/out-of-service";
    /** A node may come back within 40 s; the pods are looked through every 20 s. */
    private static final Duration QUARANTINE = Duration.ofSeconds(60);

    private final ObjectStore store;
    private final InstantSource clock;
    private final Pace pace;
    private final PodsByNode pods = new PodsByNode();
    /** Since when each node is missing that has pods. */
    private final Map<String, Instant> missing = new HashMap<>();

    public LostPods(ObjectStore store, InstantSource clock, Pace pace) {
        this.store = store;
        this.clock = clock;
        this.pace = pace;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        pods.hear(event);
        if (event.kind().equals(Kinds.NODE)) {
            return List.of(Key.of(Kinds.NODE, event.object()));
        }
        String node = event.object().path("spec").path("nodeName").asText();
        boolean bound = event.kind().equals(Kinds.POD) && !node.isEmpty();
        return bound && (isDead(node) || store.view(Kinds.NODE, "", node).isEmpty())
                ? List.of(new Key(Kinds.NODE, "", node))
                : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        if (store.view(Kinds.NODE, "", key.name()).isPresent()) {
            missing.remove(key.name());
            if (isDead(key.name())) {
                remove(key.name(), true);
            }
            return Optional.empty();
        }
        if (!pods.any(key.name())) {
            missing.remove(key.name());
            return Optional.empty();
        }
        Instant due = missing.computeIfAbsent(key.name(), _ -> clock.instant()).plus(pace.of(QUARANTINE));
        if (due.isAfter(clock.instant())) {
            return Optional.of(due);
        }
        remove(key.name(), false);
        return Optional.empty();
    }

    private boolean isDead(String node) {
        return store.view(Kinds.NODE, "", node)
                .filter(found -> !Condition.isTrue(found, "Ready"))
                .filter(found -> found.path("spec")
                        .path("taints")
                        .valueStream()
                        .anyMatch(taint -> taint.path("key").asText().equals(OUT_OF_SERVICE)))
                .isPresent();
    }

    private void remove(String node, boolean onlyTerminating) {
        for (Key key : pods.on(node)) {
            store.get(Kinds.POD, key.namespace(), key.name())
                    .filter(pod -> !onlyTerminating || Meta.isTerminating(pod))
                    .ifPresent(pod -> remove(pod, onlyTerminating));
        }
    }

    private void remove(ObjectNode pod, boolean nodeExists) {
        if (!PodState.finished(pod)) {
            ObjectNode status = pod.withObjectProperty("status").put("phase", "Failed");
            if (!nodeExists) {
                Condition.of("DisruptionTarget", true, "DeletionByPodGC", "PodGC: node no longer exists")
                        .putInto(status, clock.instant());
            }
            store.updateStatus(Kinds.POD, pod, WRITER);
        }
        store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Meta.uid(pod), "Background", 0, WRITER);
    }

    @Override
    public String toString() {
        return "pod-garbage-collector";
    }
}
