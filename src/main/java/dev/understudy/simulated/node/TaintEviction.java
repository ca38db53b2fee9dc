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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes the pods of tainted nodes that do not tolerate it, or no longer. */
public final class TaintEviction implements Reconciler {
    private static final String COMPONENT = "taint-eviction-controller";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Pace pace;
    private final Recorder recorder;
    private final PodsByNode pods = new PodsByNode();
    private final Set<String> tainted = new HashSet<>();
    /** Since when each pod, by uid, is to leave some day. */
    private final Map<String, Instant> since = new HashMap<>();

    public TaintEviction(ObjectStore store, InstantSource clock, Pace pace, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.pace = pace;
        this.recorder = recorder;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        pods.hear(event);
        if (event.kind().equals(Kinds.POD)) {
            return ofPod(event);
        }
        if (!event.kind().equals(Kinds.NODE)) {
            return List.of();
        }
        String node = Meta.name(event.object());
        boolean now = event.type() != StoreEvent.Type.DELETED
                && !Taint.of(event.object(), Taint.NO_EXECUTE).isEmpty();
        boolean before = now ? !tainted.add(node) : tainted.remove(node);
        return now || before ? List.of(Key.of(Kinds.NODE, event.object())) : List.of();
    }

    private Collection<Key> ofPod(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            since.remove(Meta.uid(event.object()));
            return List.of();
        }
        String node = event.object().path("spec").path("nodeName").asText();
        return tainted.contains(node) ? List.of(new Key(Kinds.NODE, "", node)) : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        List<Taint> taints = store.view(Kinds.NODE, "", key.name())
                .map(node -> Taint.of(node, Taint.NO_EXECUTE))
                .orElse(List.of());
        return pods.on(key.name()).stream()
                .flatMap(pod -> store.view(Kinds.POD, pod.namespace(), pod.name()).stream())
                .filter(pod -> !Meta.isTerminating(pod) && !PodState.finished(pod))
                .flatMap(pod -> judge(pod, taints).stream())
                .min(Comparator.naturalOrder());
    }

    /** Lets a pod stay or go; returns when it is to go if that is not now. */
    private Optional<Instant> judge(ObjectNode pod, List<Taint> taints) {
        return switch (Taint.patience(pod, taints)) {
            case Taint.Patience.None() -> {
                evict(pod);
                yield Optional.empty();
            }
            case Taint.Patience.Endless() -> {
                if (since.remove(Meta.uid(pod)) != null) {
                    say(pod, "Cancelling deletion of Pod ");
                }
                yield Optional.empty();
            }
            case Taint.Patience.Some(var length) -> {
                Instant start = since.computeIfAbsent(Meta.uid(pod), _ -> clock.instant());
                Instant end = start.plus(pace.of(length));
                if (end.isAfter(clock.instant())) {
                    yield Optional.of(end);
                }
                evict(pod);
                yield Optional.empty();
            }
        };
    }

    private void evict(ObjectNode pod) {
        ObjectNode doomed = pod.deepCopy();
        Condition.of(
                        "DisruptionTarget",
                        true,
                        "DeletionByTaintManager",
                        "Taint manager: deleting due to NoExecute taint")
                .putInto(doomed.withObjectProperty("status"), clock.instant());
        store.updateStatus(Kinds.POD, doomed, WRITER);
        since.remove(Meta.uid(pod));
        say(pod, "Marking for deletion Pod ");
        store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Meta.uid(pod), "Background", -1, WRITER);
    }

    private void say(ObjectNode pod, String what) {
        String message = what + Meta.namespace(pod) + "/" + Meta.name(pod);
        recorder.record(pod, Remark.normal(COMPONENT, "TaintManagerEviction", message));
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
