package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/**
 * Pods that every simulated cluster has without an object for them, with the labels by which policies usually name
 * them: the DNS server, until somebody runs a Service {@code kube-dns} of their own, and the ingress controller.
 */
public final class GivenPods {
    /** The ingress controller: what enters the cluster by an Ingress comes from it. */
    public static final Peer INGRESS_CONTROLLER = Peer.given(
            "ingress-nginx",
            "ingress-nginx-controller",
            Map.of("app.kubernetes.io/name", "ingress-nginx", "app.kubernetes.io/component", "controller"),
            "10.244.255.253");

    static final String DNS_SERVICE = "kube-dns";
    static final String SYSTEM = "kube-system";
    /** Where resolvers send their questions, as kubelets tell every container. */
    static final String DNS_ADDRESS = "10.96.0.10";

    static final Peer DNS = Peer.given(SYSTEM, "coredns", Map.of("k8s-app", DNS_SERVICE), "10.244.255.254");

    /** Labels of their namespaces, for clusters that have no such namespace. */
    static final Map<String, JsonNode> NAMESPACES =
            Map.of(SYSTEM, named(SYSTEM), INGRESS_CONTROLLER.namespace(), named(INGRESS_CONTROLLER.namespace()));

    private GivenPods() {}

    private static JsonNode named(String namespace) {
        return JsonNodeFactory.instance.objectNode().put("kubernetes.io/metadata.name", namespace);
    }
}
