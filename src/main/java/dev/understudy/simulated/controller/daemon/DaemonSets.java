package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.controller.revision.TemplateHistory;
import dev.understudy.simulated.controller.revision.TemplateRevision;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.reconcile.Claim;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the pod of each DaemonSet on every node that takes it, and brings it up to date. */
public final class DaemonSets implements Reconciler {
    private static final String COMPONENT = "daemonset-controller";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;
    private final Claim claim;
    private final TemplateHistory history;
    private final FailedPods failed;

    public DaemonSets(ObjectStore store, InstantSource clock, Pace pace, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
        this.claim = new Claim(store, Kinds.DAEMON_SET, Kinds.POD, WRITER);
        this.history = new TemplateHistory(store, Kinds.DAEMON_SET, DaemonPod.HASH);
        this.failed = new FailedPods(clock, pace);
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        Set<Key> keys = new LinkedHashSet<>();
        if (event.kind().equals(Kinds.DAEMON_SET)) {
            keys.add(Key.of(event.kind(), event.object()));
        } else if (event.kind().equals(Kinds.NODE) && changesPlaces(event)) {
            store.view(Kinds.DAEMON_SET, "")
                    .map(set -> Key.of(Kinds.DAEMON_SET, set))
                    .forEach(keys::add);
        } else if (event.kind().equals(Kinds.POD)) {
            Stream.concat(Stream.of(event.object()), Optional.ofNullable(event.before()).stream())
                    .flatMap(pod -> holder(pod).stream())
                    .forEach(keys::add);
            if (Marks.controller(event.object()).isEmpty()) {
                whoMayAdopt(event.object()).forEach(keys::add);
            }
        }
        return keys;
    }

    /** A node's status decides nothing: its troubles come as taints. */
    private static boolean changesPlaces(StoreEvent event) {
        ObjectNode before = event.before();
        return event.type() != StoreEvent.Type.MODIFIED
                || before == null
                || !Marks.labels(before).equals(Marks.labels(event.object()))
                || !before.path("spec").equals(event.object().path("spec"));
    }

    private static Optional<Key> holder(ObjectNode pod) {
        return Marks.controller(pod)
                .filter(owner -> owner.is(Kinds.DAEMON_SET))
                .map(owner -> Key.of(Kinds.DAEMON_SET, owner, pod));
    }

    private Stream<Key> whoMayAdopt(ObjectNode orphan) {
        return store.view(Kinds.DAEMON_SET, Meta.namespace(orphan))
                .filter(set -> Selector.of(set.path("spec").path("selector")).matches(orphan))
                .map(set -> Key.of(Kinds.DAEMON_SET, set));
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Optional<ObjectNode> found = store.get(key.kind(), key.namespace(), key.name());
        if (found.isEmpty()) {
            failed.forget(key);
        }
        return found.filter(set -> !Meta.isTerminating(set)).flatMap(set -> reconcile(key, set));
    }

    private Optional<Instant> reconcile(Key key, ObjectNode set) {
        ObjectNode before = set.path("status").deepCopy();
        List<TemplateRevision> revisions = history.upToDate(set);
        String hash = history.hash(revisions.getLast());
        StatusException refusal = advance(key, landscape(set, hash));

        Landscape landscape = landscape(set, hash);
        DaemonStatus.write(landscape);
        if (!set.path("status").equals(before)) {
            store.updateStatus(Kinds.DAEMON_SET, set, WRITER);
        }
        forgetOldest(landscape, revisions);
        if (refusal != null) {
            throw refusal;
        }
        return Stream.of(landscape.nextAvailable(), failed.nextDue(key))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Landscape landscape(ObjectNode set, String hash) {
        return Landscape.of(set, hash, store.view(Kinds.NODE, "").toList(), claim.view(set), clock.instant());
    }

    /** Returns the refusal of the store if a pod could not be created. */
    private @Nullable StatusException advance(Key key, Landscape landscape) {
        try {
            Moves moves = Occupation.next(landscape);
            if (moves.isEmpty() && !landscape.spec().onDelete()) {
                moves = RollingUpdate.next(landscape);
            }
            make(key, landscape, moves);
            return null;
        } catch (StatusException refused) {
            recorder.record(
                    landscape.set(),
                    Remark.warning(COMPONENT, "FailedCreate", "Error creating: " + refused.getMessage()));
            return refused;
        }
    }

    private void make(Key key, Landscape landscape, Moves moves) {
        ObjectNode set = landscape.set();
        for (ObjectNode pod : moves.away()) {
            boolean mayGo = !PodState.finished(pod) || failed.mayReplace(key, set, pod, DaemonPod.node(pod));
            if (mayGo) {
                FailedPods.remark(pod).ifPresent(remark -> recorder.record(set, remark));
                store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Meta.uid(pod), "Background", -1, WRITER);
                recorder.record(set, Remark.normal(COMPONENT, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod)));
            }
        }
        for (String node : moves.onto()) {
            ObjectNode pod = store.create(Kinds.POD, DaemonPod.draft(set, landscape.hash(), node), WRITER);
            recorder.record(set, Remark.normal(COMPONENT, "SuccessfulCreate", "Created pod: " + Meta.name(pod)));
        }
    }

    private void forgetOldest(Landscape landscape, List<TemplateRevision> revisions) {
        Set<String> live = landscape.pods().values().stream()
                .flatMap(List::stream)
                .map(pod -> Marks.label(pod, DaemonPod.HASH))
                .collect(Collectors.toSet());
        live.add(landscape.hash());
        history.forgetOldest(
                revisions,
                revision -> live.contains(history.hash(revision)),
                landscape.spec().history());
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
