package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Forwarded;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import dev.understudy.probe.Connector;
import dev.understudy.probe.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connects to services through the API server's port-forward: to the ready pods behind a service in turn, as a caller
 * would be led to one or another. What forwards sits in the pod itself, so network policies may not apply.
 */
final class ForwardedPorts implements Connector {
    private final ApiServer server;
    private final AtomicInteger turn = new AtomicInteger();

    ForwardedPorts(ApiServer server) {
        this.server = server;
    }

    @Override
    public Answer connect(ServiceName service, int port, Duration timeout) {
        try {
            return lookUp(service, port, timeout);
        } catch (ClusterException e) {
            return new Answer.Blind(e.getMessage());
        }
    }

    private Answer lookUp(ServiceName service, int port, Duration timeout) {
        String namespace = "namespaces/" + service.namespace();
        Reply found = server.fetch("api/v1/" + namespace + "/services/" + service.name(), timeout);
        if (found.status() == 404) {
            return new Answer.Refused("there is no service " + service);
        }
        if (!found.ok() || !found.genuine()) {
            return blind(found.status(), "get services");
        }
        Optional<Map<String, Object>> named = PlainJson.objects(PlainJson.at(found.json(), "spec", "ports")).stream()
                .filter(p -> PlainJson.text(p, "port").equals(String.valueOf(port)))
                .findFirst();
        if (named.isEmpty()) {
            return new Answer.Refused("service " + service + " has no port " + port);
        }
        Reply slices = server.fetch(
                "apis/discovery.k8s.io/v1/" + namespace
                        + "/endpointslices?labelSelector=kubernetes.io%2Fservice-name%3D" + service.name(),
                timeout);
        if (!slices.ok() || !slices.genuine()) {
            return blind(slices.status(), "list endpointslices.discovery.k8s.io");
        }
        List<ReadyPod> pods = ReadyPod.behind(slices.json(), PlainJson.text(named.get(), "name"));
        return pods.isEmpty()
                ? new Answer.Refused("no ready pod is behind port " + port + " of service " + service)
                : forward(namespace, pods.get(Math.floorMod(turn.getAndIncrement(), pods.size())), timeout);
    }

    private Answer forward(String namespace, ReadyPod pod, Duration timeout) {
        String path = "api/v1/" + namespace + "/pods/" + pod.name() + "/portforward?ports=" + pod.port();
        return switch (server.forward(path, timeout)) {
            case Forwarded.Accepted _ -> new Answer.Accepted();
            case Forwarded.Refused(String complaint) -> new Answer.Refused(words(pod, complaint));
            case Forwarded.Slow _ -> slow(pod, timeout);
            case Forwarded.Denied(int status) -> denied(pod, status);
        };
    }

    /** What a pod does not do says something about it only where the API server itself still answers. */
    private Answer slow(ReadyPod pod, Duration timeout) {
        server.knock(timeout);
        return new Answer.Refused("pod " + pod.name() + " accepts no connection within " + timeout.toMillis() + " ms");
    }

    private static Answer denied(ReadyPod pod, int status) {
        return switch (status) {
            case 404 -> new Answer.Refused("pod " + pod.name() + " has gone");
            case 502, 503, 504 -> new Answer.Refused("the node of pod " + pod.name() + " does not answer");
            default -> blind(status, "create and get pods/portforward");
        };
    }

    private static Answer blind(int status, String what) {
        return new Answer.Blind(
                switch (status) {
                    case 401 -> "the API server does not know us (401)";
                    case 403 -> "not allowed to " + what + "; `understudy rbac` prints the role that grants it";
                    case 429 -> "the API server is overloaded (429)";
                    case 200 -> "something between us and the API server sent a page of its own; check proxies";
                    default -> "the API server is failing (" + status + ")";
                });
    }

    private static String words(ReadyPod pod, String complaint) {
        return "pod " + pod.name() + ", port " + pod.port() + ": "
                + (complaint.contains("connection refused") ? "connection refused" : complaint);
    }
}
