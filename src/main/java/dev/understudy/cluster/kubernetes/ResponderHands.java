package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import java.util.Map;

/**
 * Does in a rehearsal what a responder would do with kubectl, as that responder: the cluster it comes from was opened
 * with the context of the responder's name. Never part of a drill with people.
 */
public final class ResponderHands {
    private static final Map<String, String> AS_KUBECTL = Map.of("fieldManager", "kubectl");

    private final ApiServer server;

    ResponderHands(ApiServer server) {
        this.server = server;
    }

    /**
     * Scales as {@code kubectl scale} does.
     *
     * @throws ClusterException when the server does not let the person, or cannot be reached
     */
    public void scale(ObjectRef workload, int replicas) {
        server.demand(Call.merge(workload, Map.of("spec", Map.of("replicas", replicas)), AS_KUBECTL)
                .on("scale"));
    }
}
