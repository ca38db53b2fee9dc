package dev.understudy.simulated.controller.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.controller.revision.TemplateHistory;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.reconcile.Claim;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps each StatefulSet at its pods and each pod at its template, one step after the other. */
public final class StatefulSets implements Reconciler {
    static final String COMPONENT = "statefulset-controller";
    static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Claim claim;
    private final TemplateHistory history;
    private final Steps steps;

    public StatefulSets(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.claim = new Claim(store, Kinds.STATEFUL_SET, Kinds.POD, WRITER);
        this.history = new TemplateHistory(store, Kinds.STATEFUL_SET, "controller.kubernetes.io/hash");
        this.steps = new Steps(clock, new SetPods(store, recorder), new SetClaims(store, recorder));
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        Set<Key> keys = new LinkedHashSet<>();
        if (event.kind().equals(Kinds.STATEFUL_SET)) {
            keys.add(Key.of(event.kind(), event.object()));
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

    private static Optional<Key> holder(ObjectNode pod) {
        return Marks.controller(pod)
                .filter(owner -> owner.is(Kinds.STATEFUL_SET))
                .map(owner -> Key.of(Kinds.STATEFUL_SET, owner, pod));
    }

    private Stream<Key> whoMayAdopt(ObjectNode orphan) {
        return store.view(Kinds.STATEFUL_SET, Meta.namespace(orphan))
                .filter(set -> Selector.of(set.path("spec").path("selector")).matches(orphan))
                .map(set -> Key.of(Kinds.STATEFUL_SET, set));
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        return store.get(key.kind(), key.namespace(), key.name()).flatMap(this::reconcile);
    }

    private Optional<Instant> reconcile(ObjectNode set) {
        SetSpec spec = SetSpec.of(set);
        ObjectNode before = set.path("status").deepCopy();
        Rollout rollout = Rollout.of(set, spec, history.upToDate(set));
        StatusException refusal = Meta.isTerminating(set) ? null : advance(rollout);

        Members members = members(rollout);
        SetStatus.write(rollout, members.all(), clock.instant());
        if (!set.path("status").equals(before)) {
            store.updateStatus(Kinds.STATEFUL_SET, set, WRITER);
        }
        forgetOldest(rollout, members);
        if (refusal != null) {
            throw refusal;
        }
        return SetStatus.nextAvailable(members.all(), spec.minReady(), clock.instant());
    }

    private Members members(Rollout rollout) {
        ObjectNode set = rollout.set();
        return Members.of(
                set,
                rollout.spec(),
                claim.view(set, pod -> Member.ordinal(set, pod).isPresent()));
    }

    /** Returns the refusal of the store if a pod or claim could not be created. */
    private @Nullable StatusException advance(Rollout rollout) {
        try {
            steps.take(rollout, members(rollout));
            return null;
        } catch (StatusException refused) {
            return refused;
        }
    }

    private void forgetOldest(Rollout rollout, Members members) {
        Set<String> live = members.all().stream().map(Member::revision).collect(Collectors.toSet());
        live.add(rollout.current().name());
        live.add(rollout.update().name());
        history.forgetOldest(
                rollout.revisions(),
                revision -> live.contains(revision.name()),
                rollout.spec().history());
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
