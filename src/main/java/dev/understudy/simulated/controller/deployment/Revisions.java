package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.reconcile.Claim;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The history of a Deployment's templates: one ReplicaSet each, numbered, of which only so many are kept. */
final class Revisions {
    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;
    private final Claim claim;

    Revisions(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
        this.claim = new Claim(store, Kinds.DEPLOYMENT, Kinds.REPLICA_SET, Deployments.WRITER);
    }

    /** Finds the Deployment's sets, and among them the oldest with its present template. */
    Rollout read(ObjectNode deployment, DeploymentSpec spec) {
        List<OwnedSet> sets = claim.of(deployment).stream().map(OwnedSet::new).toList();
        Optional<OwnedSet> current = sets.stream()
                .filter(set -> TemplateHash.sameTemplate(
                        deployment.path("spec").path("template"),
                        set.object().path("spec").path("template")))
                .min(OwnedSet.OLDEST_FIRST);
        List<OwnedSet> old =
                sets.stream().filter(set -> !current.equals(Optional.of(set))).toList();
        return new Rollout(deployment, spec, new OwnedSets(current, old));
    }

    /** Brings the annotations of the current set, if there is one, and the Deployment's revision up to date. */
    Rollout refresh(Rollout rollout) {
        Optional<OwnedSet> current = rollout.sets().current().map(set -> refreshed(rollout, set));
        ObjectNode deployment = current.map(set -> numbered(rollout.deployment(), set.revision()))
                .orElse(rollout.deployment());
        current.filter(_ -> isProgressUnknown(deployment, rollout.spec()))
                .ifPresent(set -> note(deployment, Progress.found(set)));
        return new Rollout(
                deployment,
                rollout.spec(),
                new OwnedSets(current, rollout.sets().old()));
    }

    /** As {@link #refresh}, and makes the current set when there is none. */
    Rollout ensureCurrent(Rollout rollout) {
        if (rollout.sets().current().isPresent()) {
            return refresh(rollout);
        }
        OwnedSet made = make(rollout);
        ObjectNode deployment = numbered(rollout.deployment(), made.revision());
        if (rollout.spec().progressDeadline().isPresent()) {
            note(deployment, Progress.created(made));
        }
        return new Rollout(
                deployment,
                rollout.spec(),
                new OwnedSets(Optional.of(made), rollout.sets().old()));
    }

    private OwnedSet refreshed(Rollout rollout, OwnedSet set) {
        ObjectNode next = set.object().deepCopy();
        SetDraft.refresh(next, rollout.deployment(), rollout.sets().nextRevision());
        return next.equals(set.object())
                ? set
                : new OwnedSet(store.update(Kinds.REPLICA_SET, next, Deployments.WRITER));
    }

    private OwnedSet make(Rollout rollout) {
        ObjectNode deployment = rollout.deployment();
        ObjectNode draft = SetDraft.of(rollout);
        try {
            var made = new OwnedSet(store.create(Kinds.REPLICA_SET, draft, Deployments.WRITER));
            if (made.size() > 0) {
                new Scaling(store, recorder).announce(deployment, made.name(), 0, made.size());
            }
            return made;
        } catch (StatusException refused) {
            if (refused.reason().equals("AlreadyExists")) {
                countCollision(deployment);
            } else {
                reportFailure(deployment, draft, refused);
            }
            throw refused;
        }
    }

    /** Two templates met under one name: the next attempt hashes with a salt. */
    private void countCollision(ObjectNode deployment) {
        ObjectNode status = deployment.withObjectProperty("status");
        status.put("collisionCount", status.path("collisionCount").asInt() + 1);
        store.updateStatus(Kinds.DEPLOYMENT, deployment, Deployments.WRITER);
    }

    private void reportFailure(ObjectNode deployment, ObjectNode draft, StatusException refused) {
        String reason = "ReplicaSetCreateError";
        String message = "Failed to create new replica set \"" + Meta.name(draft) + "\": " + refused.getMessage();
        note(deployment, Condition.of(Progress.TYPE, false, reason, message));
        store.updateStatus(Kinds.DEPLOYMENT, deployment, Deployments.WRITER);
        recorder.record(deployment, Remark.warning(Deployments.COMPONENT, reason, message));
    }

    private ObjectNode numbered(ObjectNode deployment, long revision) {
        String number = Long.toString(revision);
        if (Marks.annotation(deployment, OwnedSet.REVISION).equals(number)) {
            return deployment;
        }
        Marks.annotate(deployment, OwnedSet.REVISION, number);
        return store.update(Kinds.DEPLOYMENT, deployment, Deployments.WRITER);
    }

    private static boolean isProgressUnknown(ObjectNode deployment, DeploymentSpec spec) {
        return spec.progressDeadline().isPresent()
                && Condition.find(deployment.path("status"), Progress.TYPE).isEmpty();
    }

    private void note(ObjectNode deployment, Condition condition) {
        Progress.put(deployment.withObjectProperty("status"), condition, clock.instant());
    }

    /** Deletes the oldest sets without pods beyond the number of revisions to keep. */
    void forgetOldest(Rollout rollout) {
        List<OwnedSet> old = rollout.sets().old().stream()
                .filter(set -> !Meta.isTerminating(set.object()))
                .sorted(OwnedSet.BY_REVISION)
                .toList();
        old.stream()
                .limit(Math.max(0, old.size() - rollout.spec().history()))
                .filter(set -> set.size() == 0 && set.replicas() == 0 && set.isObserved())
                .map(OwnedSet::object)
                .forEach(set -> store.delete(
                        Kinds.REPLICA_SET,
                        Meta.namespace(set),
                        Meta.name(set),
                        Meta.uid(set),
                        "Background",
                        0,
                        Deployments.WRITER));
    }
}
