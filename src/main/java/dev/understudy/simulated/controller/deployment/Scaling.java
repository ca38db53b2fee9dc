package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import java.util.Map;

/** Writes new sizes to ReplicaSets and notes on each which size of the Deployment it followed. */
final class Scaling {
    private final ObjectStore store;
    private final Recorder recorder;

    Scaling(ObjectStore store, Recorder recorder) {
        this.store = store;
        this.recorder = recorder;
    }

    void apply(Rollout rollout, Map<OwnedSet, Integer> sizes) {
        sizes.forEach((set, size) -> {
            ObjectNode next = set.object().deepCopy();
            next.withObjectProperty("spec").put("replicas", size);
            note(next, rollout.spec());
            store.update(Kinds.REPLICA_SET, next, Deployments.WRITER);
            if (size != set.size()) {
                announce(rollout.deployment(), set.name(), set.size(), size);
            }
        });
    }

    void announce(ObjectNode deployment, String set, int from, int to) {
        String message =
                "Scaled " + (to > from ? "up" : "down") + " replica set " + set + " from " + from + " to " + to;
        recorder.record(deployment, Remark.normal(Deployments.COMPONENT, "ScalingReplicaSet", message));
    }

    static void note(ObjectNode set, DeploymentSpec spec) {
        Marks.annotate(set, OwnedSet.DESIRED, Integer.toString(spec.replicas()));
        Marks.annotate(set, OwnedSet.MOST, Integer.toString(spec.most()));
    }
}
