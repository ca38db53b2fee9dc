package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives each pod without a node the fitting node with the fewest pods; says why where none fits. */
public final class Scheduler implements Reconciler {
    private static final String COMPONENT = "default-scheduler";
    private static final Writer WRITER = Writer.updating("kube-scheduler");
    /** Labels of its node that a pod takes on. */
    private static final List<String> TOPOLOGY =
            List.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;
    /** Where each pod runs; a pod just bound is counted before its event comes back. */
    private final Map<Key, String> placed = new HashMap<>();

    private final Set<Key> unschedulable = new LinkedHashSet<>();

    public Scheduler(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.NODE)) {
            return List.copyOf(unschedulable);
        }
        return event.kind().equals(Kinds.POD) ? follow(event) : List.of();
    }

    private Collection<Key> follow(StoreEvent event) {
        Key key = Key.of(Kinds.POD, event.object());
        String node = event.object().path("spec").path("nodeName").asText();
        if (event.type() == StoreEvent.Type.DELETED || PodState.finished(event.object())) {
            placed.remove(key);
            unschedulable.remove(key);
            return List.of();
        }
        if (node.isEmpty()) {
            return List.of(key);
        }
        placed.put(key, node);
        return List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(key.kind(), key.namespace(), key.name())
                .filter(pod -> !Meta.isTerminating(pod))
                .filter(pod -> pod.path("spec").path("nodeName").asText().isEmpty())
                .filter(pod ->
                        pod.path("spec").path("schedulerName").asText(COMPONENT).equals(COMPONENT))
                .ifPresent(pod -> place(key, pod));
        return Optional.empty();
    }

    private void place(Key key, ObjectNode pod) {
        List<ObjectNode> nodes = store.view(Kinds.NODE, "").toList();
        Optional<ObjectNode> best = nodes.stream()
                .filter(node -> Fit.obstacle(pod, node).isEmpty())
                .min(Comparator.comparingLong(this::load).thenComparing(Meta::name));
        if (best.isPresent()) {
            unschedulable.remove(key);
            bind(key, pod, best.get());
        } else {
            unschedulable.add(key);
            refuse(pod, Fit.explain(pod, nodes));
        }
    }

    private long load(ObjectNode node) {
        return placed.values().stream().filter(Meta.name(node)::equals).count();
    }

    private void bind(Key key, ObjectNode pod, ObjectNode target) {
        String node = Meta.name(target);
        for (String where : TOPOLOGY) {
            if (Marks.labels(target).has(where)) {
                ObjectNode labels = pod.withObjectProperty("metadata").withObjectProperty("labels");
                labels.put(where, Marks.label(target, where));
            }
        }
        pod.withObjectProperty("spec").put("nodeName", node);
        ObjectNode bound = store.update(Kinds.POD, pod, WRITER);
        placed.put(key, node);
        Condition.holds("PodScheduled").putInto(bound.withObjectProperty("status"), clock.instant());
        store.updateStatus(Kinds.POD, bound, WRITER);
        String message = "Successfully assigned " + key.namespace() + "/" + key.name() + " to " + node;
        recorder.record(bound, Remark.normal(COMPONENT, "Scheduled", message));
    }

    private void refuse(ObjectNode pod, String why) {
        boolean known = Condition.find(pod.path("status"), "PodScheduled")
                .filter(found -> found.path("message").asText().equals(why))
                .isPresent();
        if (!known) {
            Condition.of("PodScheduled", false, "Unschedulable", why)
                    .putInto(pod.withObjectProperty("status"), clock.instant());
            store.updateStatus(Kinds.POD, pod, WRITER);
            recorder.record(pod, Remark.warning(COMPONENT, "FailedScheduling", why));
        }
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
