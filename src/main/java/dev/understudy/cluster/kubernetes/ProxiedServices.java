package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Reply;
import dev.understudy.probe.ServiceCaller;
import java.net.URI;
import java.time.Duration;

/**
 * Calls services through the API server's service proxy. Tells a service that does not answer from an API server that
 * does not: only the first says anything about the service.
 */
final class ProxiedServices implements ServiceCaller {
    private final ApiServer server;

    ProxiedServices(ApiServer server) {
        this.server = server;
    }

    @Override
    public Answer call(URI url, Duration timeout) {
        ServiceAddress to = ServiceAddress.of(url);
        String path = "api/v1/namespaces/" + to.namespace() + "/services/" + to.scheme() + ":" + to.service() + ":"
                + to.port() + "/proxy" + to.path();
        long start = System.nanoTime();
        try {
            Reply reply = server.fetch(path, timeout);
            return judge(reply, Duration.ofNanos(System.nanoTime() - start));
        } catch (ClusterException e) {
            return silence(timeout, e);
        }
    }

    private static Answer judge(Reply reply, Duration took) {
        if (!reply.speaksKubernetes()) {
            return new Answer.Status(reply.status(), took);
        }
        return switch (reply.status()) {
            case 401 -> new Answer.Blind("the API server does not know us (401)");
            case 403 ->
                new Answer.Blind("not allowed to get services/proxy; `understudy rbac` prints the role that grants it");
            case 429 -> new Answer.Blind("the API server is overloaded (429)");
            case 404, 502, 503, 504 -> new Answer.Unreachable(reply.message());
            case 500 -> new Answer.Blind("the API server is failing: " + reply.message());
            default -> new Answer.Status(reply.status(), took);
        };
    }

    private Answer silence(Duration timeout, ClusterException why) {
        try {
            server.knock(timeout);
            return new Answer.Unreachable("no answer within " + timeout.toMillis() + " ms");
        } catch (ClusterException unreachable) {
            return new Answer.Blind(why.getMessage());
        }
    }
}
