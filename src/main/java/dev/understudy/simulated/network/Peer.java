package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One end of a connection: a pod, a node, or somebody outside the cluster.
 *
 * @param sort what it is
 * @param namespace namespace of a pod, else empty
 * @param name name of the pod or node, may be empty
 * @param labels labels of a pod
 * @param address IP address, empty while a pod has none
 * @param node the node that it is on, may be empty
 * @param ports the ports that its containers declare
 * @param running whether any of its processes runs
 * @param object the stored pod, which nobody may change; an empty object for everything else
 */
public record Peer(
        Sort sort,
        String namespace,
        String name,
        JsonNode labels,
        String address,
        String node,
        List<OpenPort> ports,
        boolean running,
        ObjectNode object) {
    /** What can be at the end of a connection. */
    public enum Sort {
        /** A pod with an address of its own: policies apply to it. */
        POD,
        /** A node, or a pod on the node's network: no policy applies to it, and every pod lets it in. */
        NODE,
        /** Somebody who is known by an address alone. */
        OUTSIDE
    }

    private static final String NODE_ADDRESS = "10.0.0.1";

    /** Reads a stored pod. */
    public static Peer of(ObjectNode pod) {
        JsonNode spec = pod.path("spec");
        return new Peer(
                spec.path("hostNetwork").asBoolean() ? Sort.NODE : Sort.POD,
                Meta.namespace(pod),
                Meta.name(pod),
                pod.path("metadata").path("labels"),
                pod.path("status").path("podIP").asText(),
                spec.path("nodeName").asText(),
                OpenPort.of(pod),
                OpenPort.anyRuns(pod),
                pod);
    }

    /** A pod that the cluster is given, without an object in it: its DNS server, its ingress controller. */
    static Peer given(String namespace, String name, Map<String, String> labels, String address) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        labels.forEach(all::put);
        return new Peer(Sort.POD, namespace, name, all, address, "", List.of(), true, nothing());
    }

    /** A process on a node, such as a kubelet; the API server's proxy counts as one. */
    public static Peer onNode() {
        return new Peer(Sort.NODE, "", "", nothing(), NODE_ADDRESS, "", List.of(), true, nothing());
    }

    /** Somebody outside the cluster. */
    public static Peer outside(String address) {
        return new Peer(Sort.OUTSIDE, "", "", nothing(), address, "", List.of(), true, nothing());
    }

    /** Tells whether a process answers on a port. A pod that declares no port listens on all of them. */
    public boolean listens(int port) {
        return ports.isEmpty() ? running : ports.stream().anyMatch(open -> open.listening() && open.number() == port);
    }

    /** Returns the number of the port with this name and protocol. */
    Optional<Integer> port(String named, String protocol) {
        return ports.stream()
                .filter(open -> open.name().equals(named) && open.protocol().equals(protocol))
                .map(OpenPort::number)
                .findFirst();
    }

    /** Tells whether both are the same pod: nothing stands between a pod and itself. */
    boolean isSame(Peer other) {
        return sort == Sort.POD && this.equals(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Peer peer
                && sort == peer.sort
                && namespace.equals(peer.namespace)
                && name.equals(peer.name)
                && address.equals(peer.address)
                && Meta.uid(object).equals(Meta.uid(peer.object));
    }

    @Override
    public int hashCode() {
        return namespace.hashCode() * 31 + name.hashCode();
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
