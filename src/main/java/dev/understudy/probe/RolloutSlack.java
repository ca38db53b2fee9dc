package dev.understudy.probe;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ResourceType;
import java.util.Optional;

/** Whether a workload is exchanging its pods for newer ones, and how many it may miss meanwhile. Pure. */
public final class RolloutSlack {
    private static final String QUARTER = "25%";

    private RolloutSlack() {}

    /**
     * Tells whether pods of an older template are still there, or the newest template has not been looked at yet. A
     * strategy that waits for somebody to go on is no rollout: it may wait for ever.
     */
    public static boolean underWay(ClusterObject workload) {
        if (waits(workload)) {
            return false;
        }
        if (workload.number("metadata.generation", 0) > workload.number("status.observedGeneration", 0)) {
            return true;
        }
        if (is(workload, ResourceType.DAEMON_SET)) {
            return workload.number("status.updatedNumberScheduled", 0)
                    < workload.number("status.currentNumberScheduled", 0);
        }
        if (is(workload, ResourceType.STATEFUL_SET)) {
            return !text(workload, "status.currentRevision").equals(text(workload, "status.updateRevision"));
        }
        return workload.number("status.updatedReplicas", 0) < workload.number("status.replicas", 0);
    }

    /**
     * Returns how many pods its own strategy lets it miss while it is rolled out.
     *
     * @param wanted how many pods it asks for
     */
    public static int spare(ClusterObject workload, int wanted) {
        if (is(workload, ResourceType.STATEFUL_SET)) {
            return 1;
        }
        if (is(workload, ResourceType.DAEMON_SET)) {
            return amount(text(workload, "spec.updateStrategy.rollingUpdate.maxUnavailable"), "1", wanted);
        }
        return text(workload, "spec.strategy.type").equals("Recreate")
                ? wanted
                : amount(text(workload, "spec.strategy.rollingUpdate.maxUnavailable"), QUARTER, wanted);
    }

    private static boolean waits(ClusterObject workload) {
        return text(workload, "spec.updateStrategy.type").equals("OnDelete")
                || !text(workload, "spec.updateStrategy.rollingUpdate.partition")
                        .matches("0?");
    }

    /** A percentage rounds down, as Kubernetes does here. */
    private static int amount(String given, String otherwise, int wanted) {
        String text = given.matches("\\d{1,6}%?") ? given : otherwise;
        return text.endsWith("%")
                ? (int) ((long) wanted * Integer.parseInt(text.substring(0, text.length() - 1)) / 100)
                : Integer.parseInt(text);
    }

    private static boolean is(ClusterObject workload, ResourceType type) {
        return workload.ref().type().equals(type);
    }

    private static String text(ClusterObject object, String path) {
        return Optional.of(object)
                .flatMap(o -> o.json(FieldPath.of(path)))
                .map(Object::toString)
                .orElse("");
    }
}
