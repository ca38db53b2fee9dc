package dev.understudy.probe;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.Optional;

/** Whether enough of a workload is ready. Pure. */
public final class WorkloadReady {
    private WorkloadReady() {}

    /**
     * How many pods a workload asks for before the first change: the lower limit of its autoscaler where it has one,
     * else its replicas; a DaemonSet the nodes that it wants a pod on.
     */
    public static int desired(ObjectRef workload, ClusterView view) {
        Optional<ClusterObject> scaler = view.all(ResourceType.AUTOSCALER).stream()
                .filter(a -> text(a, "spec.scaleTargetRef.kind")
                        .equals(workload.type().kind()))
                .filter(a -> text(a, "spec.scaleTargetRef.name").equals(workload.name()))
                .findFirst();
        return scaler.map(a -> a.number("spec.minReplicas", 1))
                .or(() -> view.find(workload).map(WorkloadReady::wanted))
                .orElse(0);
    }

    /** Returns how many pods a workload asks for now. */
    public static int wanted(ClusterObject workload) {
        return isDaemonSet(workload)
                ? workload.number("status.desiredNumberScheduled", 0)
                : workload.number("spec.replicas", 1);
    }

    /** Returns how many of its pods are ready. */
    public static int ready(ClusterObject workload) {
        return workload.number(isDaemonSet(workload) ? "status.numberReady" : "status.readyReplicas", 0);
    }

    /** Tells whether enough is ready; of nothing wanted nothing is ready. */
    public static Quality quality(ClusterObject workload, int needed) {
        return ready(workload) >= needed ? Quality.GOOD : Quality.BAD;
    }

    /** Returns {@code 2 ready, 3 needed}. */
    public static String words(ClusterObject workload, int needed) {
        return ready(workload) + " ready, " + needed + " needed";
    }

    private static boolean isDaemonSet(ClusterObject workload) {
        return workload.ref().type().equals(ResourceType.DAEMON_SET);
    }

    private static String text(ClusterObject object, String path) {
        return object.json(FieldPath.of(path)).map(Object::toString).orElse("");
    }
}
