package dev.understudy.simulated.controller.replicaset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.object.PodTemplate;
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
import org.jspecify.annotations.Nullable;

/** Keeps each ReplicaSet at its number of pods: creates what is missing, deletes what is too much, counts the rest. */
public final class ReplicaSets implements Reconciler {
    private static final String COMPONENT = "replicaset-controller";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;
    private final Claim claim;

    public ReplicaSets(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
        this.claim = new Claim(store, Kinds.REPLICA_SET, Kinds.POD, WRITER);
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        Set<Key> keys = new LinkedHashSet<>();
        if (event.kind().equals(Kinds.REPLICA_SET)) {
            keys.add(Key.of(event.kind(), event.object()));
        } else if (event.kind().equals(Kinds.POD)) {
            holder(event.object()).ifPresent(keys::add);
            if (event.before() != null) {
                holder(event.before()).ifPresent(keys::add);
            }
            if (Marks.controller(event.object()).isEmpty()) {
                keys.addAll(whoMayAdopt(event.object()));
            }
        }
        return keys;
    }

    private static Optional<Key> holder(ObjectNode pod) {
        return Marks.controller(pod)
                .filter(owner -> owner.is(Kinds.REPLICA_SET))
                .map(owner -> Key.of(Kinds.REPLICA_SET, owner, pod));
    }

    private List<Key> whoMayAdopt(ObjectNode orphan) {
        return store.view(Kinds.REPLICA_SET, Meta.namespace(orphan))
                .filter(set -> Selector.of(set.path("spec").path("selector")).matches(orphan))
                .map(set -> Key.of(Kinds.REPLICA_SET, set))
                .toList();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        ObjectNode set = store.get(key.kind(), key.namespace(), key.name()).orElse(null);
        if (set == null) {
            return Optional.empty();
        }
        List<ObjectNode> held = claim.view(set);
        StatusException refusal = Meta.isTerminating(set)
                ? null
                : adjust(set, held.stream().filter(PodState::active).toList());
        var counts = ReplicaCounts.of(set, held, clock.instant());
        ObjectNode before = set.path("status").deepCopy();
        counts.writeTo(set, refusal, clock.instant());
        if (!set.path("status").equals(before)) {
            store.updateStatus(Kinds.REPLICA_SET, set, WRITER);
        }
        if (refusal != null) {
            throw refusal;
        }
        return counts.nextAvailable();
    }

    /** Returns the refusal of the store if a pod could not be created. */
    private @Nullable StatusException adjust(ObjectNode set, List<ObjectNode> pods) {
        int missing = set.path("spec").path("replicas").asInt(1) - pods.size();
        if (missing < 0) {
            PodRanking.worstFirst(pods).stream().limit(-missing).forEach(pod -> delete(set, pod));
            return null;
        }
        try {
            for (int i = 0; i < missing; i++) {
                var pod = store.create(Kinds.POD, PodTemplate.pod(Kinds.REPLICA_SET, set), WRITER);
                recorder.record(set, Remark.normal(COMPONENT, "SuccessfulCreate", "Created pod: " + Meta.name(pod)));
            }
            return null;
        } catch (StatusException refused) {
            recorder.record(set, Remark.warning(COMPONENT, "FailedCreate", "Error creating: " + refused.getMessage()));
            return refused;
        }
    }

    private void delete(ObjectNode set, ObjectNode pod) {
        store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Meta.uid(pod), "Background", -1, WRITER);
        recorder.record(set, Remark.normal(COMPONENT, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod)));
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
