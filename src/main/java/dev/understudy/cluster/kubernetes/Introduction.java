package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.Connection;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import java.util.Map;

/**
 * Who a cluster is and who we are to it.
 *
 * @param version as the API server gives it, such as {@code v1.36.3}
 * @param user name under which the API server knows us; empty when it does not tell
 */
public record Introduction(String version, String user) {
    private static final ResourceType REVIEW =
            new ResourceType("authentication.k8s.io", "v1", "SelfSubjectReview", "selfsubjectreviews", false);

    /** Tells whether the cluster says of itself that it is simulated. */
    public boolean simulated() {
        return version.endsWith("-understudy-simulated");
    }

    static Introduction of(ApiServer server) {
        Reply version = server.fetch("version", Connection.PATIENCE);
        if (version.status() == 401) {
            throw server.failure(review(), version);
        }
        if (!version.ok()) {
            throw new ClusterException(
                    ClusterException.Kind.UNREACHABLE,
                    "what answers at " + server.address() + " is no API server (" + version.status()
                            + " for /version); check the kubeconfig's server");
        }
        return new Introduction(PlainJson.text(version.json(), "gitVersion"), user(server));
    }

    private static String user(ApiServer server) {
        Reply reply = server.ask(review());
        return reply.ok() ? PlainJson.text(reply.json(), "status", "userInfo", "username") : "";
    }

    private static Call review() {
        return Call.create(REVIEW, "", Map.of("apiVersion", REVIEW.apiVersion(), "kind", REVIEW.kind()), Map.of());
    }
}
