package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ObjectRef;

/** What a scripted responder can do in the cluster, under a name of their own. */
@FunctionalInterface
public interface Hands {
    /**
     * Scales as {@code kubectl scale} would.
     *
     * @throws ClusterException when the cluster refuses
     */
    void scale(ObjectRef workload, int replicas);
}
