package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What the network policies of a cluster let through. A pod that no policy isolates in a direction is open in it; one
 * that is isolated is reached, or reaches, only what at least one of the isolating policies allows. A connection needs
 * both ends to allow it. What comes from a node is always let in, and a pod always reaches itself.
 *
 * @param policies all of them
 * @param namespaces labels of every namespace
 */
record Firewall(List<Policy> policies, Map<String, JsonNode> namespaces) {
    boolean allows(Peer from, Peer to, int port, String protocol) {
        return from.isSame(to) || (letsOut(from, to, port, protocol) && letsIn(from, to, port, protocol));
    }

    private boolean letsOut(Peer from, Peer to, int port, String protocol) {
        List<Policy> isolating = isolating(from, "Egress");
        return isolating.isEmpty()
                || isolating.stream()
                        .flatMap(policy -> policy.egress().stream())
                        .anyMatch(rule -> rule.allows(to, to, port, protocol, namespaces));
    }

    private boolean letsIn(Peer from, Peer to, int port, String protocol) {
        if (from.sort() == Peer.Sort.NODE) {
            return true;
        }
        List<Policy> isolating = isolating(to, "Ingress");
        return isolating.isEmpty()
                || isolating.stream()
                        .flatMap(policy -> policy.ingress().stream())
                        .anyMatch(rule -> rule.allows(from, to, port, protocol, namespaces));
    }

    private List<Policy> isolating(Peer peer, String direction) {
        return peer.sort() == Peer.Sort.POD
                ? policies.stream()
                        .filter(policy -> policy.isolates(peer, direction))
                        .toList()
                : List.of();
    }
}
