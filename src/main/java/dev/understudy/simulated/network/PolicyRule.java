package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.rules.LabelMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One rule of a network policy: whom it lets through, and to which ports. A list that is empty stands for everybody, or
 * for every port.
 *
 * @param namespace namespace of the policy
 */
record PolicyRule(String namespace, List<JsonNode> peers, List<JsonNode> ports) {
    /** Reads the rules under {@code ingress} with their {@code from}, or under {@code egress} with their {@code to}. */
    static List<PolicyRule> read(String namespace, JsonNode rules, String peers) {
        List<PolicyRule> read = new ArrayList<>();
        rules.forEach(rule -> read.add(new PolicyRule(
                namespace,
                rule.path(peers).valueStream().toList(),
                rule.path("ports").valueStream().toList())));
        return read;
    }

    /**
     * Tells whether this rule lets a connection through.
     *
     * @param other the end that the rule speaks of
     * @param target the end that is connected to, whose containers give ports their names
     * @param namespaces labels of every namespace
     */
    boolean allows(Peer other, Peer target, int port, String protocol, Map<String, JsonNode> namespaces) {
        return (ports.isEmpty() || ports.stream().anyMatch(each -> isPort(each, target, port, protocol)))
                && (peers.isEmpty() || peers.stream().anyMatch(each -> isPeer(each, other, namespaces)));
    }

    private static boolean isPort(JsonNode allowed, Peer target, int port, String protocol) {
        if (!allowed.path("protocol").asText("TCP").equals(protocol)) {
            return false;
        }
        JsonNode first = allowed.path("port");
        if (first.isMissingNode()) {
            return true;
        }
        if (first.isTextual()) {
            return target.port(first.asText(), protocol)
                    .filter(number -> number == port)
                    .isPresent();
        }
        return port >= first.asInt() && port <= allowed.path("endPort").asInt(first.asInt());
    }

    private boolean isPeer(JsonNode allowed, Peer other, Map<String, JsonNode> namespaces) {
        if (allowed.has("ipBlock")) {
            return isIn(allowed.path("ipBlock"), other.address());
        }
        if (other.sort() != Peer.Sort.POD) {
            return false;
        }
        JsonNode home = allowed.path("namespaceSelector");
        JsonNode labels = namespaces.get(other.namespace());
        boolean placed = home.isMissingNode()
                ? other.namespace().equals(namespace)
                : labels != null && LabelMatch.matches(home, labels);
        return placed && LabelMatch.matches(allowed.path("podSelector"), other.labels());
    }

    private static boolean isIn(JsonNode block, String address) {
        return holds(block.path("cidr"), address)
                && block.path("except").valueStream().noneMatch(hole -> holds(hole, address));
    }

    private static boolean holds(JsonNode block, String address) {
        return Cidr.read(block.asText()).filter(cidr -> cidr.contains(address)).isPresent();
    }
}
