package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterException;
import dev.understudy.scenario.Deed;

/** What a scripted responder can do in the cluster, under a name of their own. */
@FunctionalInterface
public interface Hands {
    /**
     * Does it.
     *
     * @param namespace the target namespace
     * @throws ClusterException when the cluster refuses
     */
    void run(Deed deed, String namespace);
}
