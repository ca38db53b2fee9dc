package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rolls each Deployment to its template and its number of replicas, by the ReplicaSets that it owns. */
public final class Deployments implements Reconciler {
    static final String COMPONENT = "deployment-controller";
    static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Revisions revisions;
    private final Scaling scaling;

    public Deployments(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.revisions = new Revisions(store, clock, recorder);
        this.scaling = new Scaling(store, recorder);
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        Set<Key> keys = new LinkedHashSet<>();
        if (event.kind().equals(Kinds.DEPLOYMENT)) {
            keys.add(Key.of(event.kind(), event.object()));
        } else if (event.kind().equals(Kinds.REPLICA_SET)) {
            Stream.of(Optional.of(event.object()), Optional.ofNullable(event.before()))
                    .flatMap(Optional::stream)
                    .flatMap(set -> holder(set).stream())
                    .forEach(keys::add);
            whoMayAdopt(event.object()).forEach(keys::add);
        } else if (event.kind().equals(Kinds.POD) && event.type() == StoreEvent.Type.DELETED) {
            // a Recreate rollout waits for the last old pod
            holderOfPod(event.object()).ifPresent(keys::add);
        }
        return keys;
    }

    private static Optional<Key> holder(ObjectNode set) {
        return Marks.controller(set)
                .filter(owner -> owner.is(Kinds.DEPLOYMENT))
                .map(owner -> Key.of(Kinds.DEPLOYMENT, owner, set));
    }

    private Stream<Key> whoMayAdopt(ObjectNode set) {
        if (Marks.controller(set).isPresent()) {
            return Stream.of();
        }
        return store.view(Kinds.DEPLOYMENT, Meta.namespace(set))
                .filter(deployment ->
                        Selector.of(deployment.path("spec").path("selector")).matches(set))
                .map(deployment -> Key.of(Kinds.DEPLOYMENT, deployment));
    }

    private Optional<Key> holderOfPod(ObjectNode pod) {
        return Marks.controller(pod)
                .filter(owner -> owner.is(Kinds.REPLICA_SET))
                .flatMap(owner -> store.view(Kinds.REPLICA_SET, Meta.namespace(pod), owner.name()))
                .flatMap(Deployments::holder);
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        return store.get(key.kind(), key.namespace(), key.name()).flatMap(this::reconcile);
    }

    private Optional<Instant> reconcile(ObjectNode deployment) {
        DeploymentSpec spec = DeploymentSpec.of(deployment);
        Rollout rollout = revisions.read(deployment, spec);
        if (Meta.isTerminating(deployment)) {
            writeStatus(rollout, RolloutStatus.next(deployment, spec, rollout.sets(), clock.instant()));
            return Optional.empty();
        }
        var paused = Progress.pause(spec, deployment.path("status"));
        if (paused.isPresent()) {
            Progress.put(deployment.withObjectProperty("status"), paused.get(), clock.instant());
            store.updateStatus(Kinds.DEPLOYMENT, deployment, WRITER);
            return Optional.of(clock.instant());
        }
        return spec.paused() || Sizes.wasScaled(spec, rollout.sets()) ? scale(rollout) : roll(rollout);
    }

    /** Follows a new number of replicas, without starting or moving a rollout. */
    private Optional<Instant> scale(Rollout found) {
        Rollout rollout = revisions.refresh(found);
        scaling.apply(rollout, Sizes.scaled(rollout.spec(), rollout.sets()));
        if (rollout.spec().paused()) {
            revisions.forgetOldest(rollout);
        }
        writeStatus(rollout, status(rollout));
        return Optional.empty();
    }

    private Optional<Instant> roll(Rollout found) {
        Rollout rollout = found.spec().recreate() ? recreate(found) : update(found);
        ObjectNode status = status(rollout);
        Progress.judge(rollout.deployment(), rollout.spec(), rollout.sets(), status, clock.instant());
        if (Progress.isComplete(rollout.deployment(), rollout.spec(), status)) {
            revisions.forgetOldest(rollout);
        }
        writeStatus(rollout, status);
        // times in a status are whole seconds: one more makes sure that the deadline has passed
        return Progress.deadline(rollout.spec(), status).map(at -> at.plus(Duration.ofSeconds(1)));
    }

    private Rollout update(Rollout found) {
        Rollout rollout = revisions.ensureCurrent(found);
        scaling.apply(rollout, Sizes.rolling(rollout.spec(), rollout.sets()));
        return rollout;
    }

    private Rollout recreate(Rollout found) {
        var goodbye = Sizes.withoutOld(found.sets());
        if (!goodbye.isEmpty() || oldPodsRemain(found)) {
            scaling.apply(found, goodbye);
            return found;
        }
        Rollout rollout = revisions.ensureCurrent(found);
        scaling.apply(rollout, Sizes.scaled(rollout.spec(), rollout.sets()));
        return rollout;
    }

    private boolean oldPodsRemain(Rollout rollout) {
        return store.view(Kinds.POD, Meta.namespace(rollout.deployment()))
                .filter(pod -> !PodState.finished(pod))
                .anyMatch(pod -> rollout.sets().old().stream().anyMatch(set -> Marks.controlledBy(pod, set.object())));
    }

    private ObjectNode status(Rollout rollout) {
        return RolloutStatus.next(rollout.deployment(), rollout.spec(), rollout.sets(), clock.instant());
    }

    private void writeStatus(Rollout rollout, ObjectNode status) {
        ObjectNode deployment = rollout.deployment();
        deployment.set("status", status);
        store.updateStatus(Kinds.DEPLOYMENT, deployment, WRITER);
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
