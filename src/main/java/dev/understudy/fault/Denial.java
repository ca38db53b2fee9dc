package dev.understudy.fault;

import dev.understudy.fault.LabelSelector.Operator;
import dev.understudy.fault.LabelSelector.Requirement;
import dev.understudy.fault.NetworkDenyFault.Peer;
import dev.understudy.fault.NetworkDenyFault.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a NetworkPolicy must allow so that nothing but the denied is lost. A policy can only allow, so this is the
 * complement, said exactly: all ports with everybody else, and the other ports with everybody.
 *
 * @param namespace of the policy: where pods are sought when a peer names no namespaces
 * @param peers who is denied; empty for everybody
 * @param ports on which ports; empty for all
 */
record Denial(String namespace, List<Peer> peers, List<Port> ports) {
    private static final int LAST_PORT = 65535;

    /** Tells whether nothing is left to allow. */
    boolean isTotal() {
        return peers.isEmpty() && ports.isEmpty();
    }

    /**
     * Returns the rules of a policy.
     *
     * @param side {@code from} or {@code to}
     */
    List<Map<String, Object>> rules(String side) {
        List<Map<String, Object>> rules = new ArrayList<>();
        rule(side, peers.isEmpty() ? List.of() : otherPeers(), rules);
        rule("ports", ports.isEmpty() ? List.of() : otherPorts(), rules);
        return rules;
    }

    /** To Kubernetes an empty list means everybody; here it means that nobody is left. */
    private static void rule(String field, List<Map<String, Object>> left, List<Map<String, Object>> rules) {
        if (!left.isEmpty()) {
            rules.add(Map.of(field, left));
        }
    }

    private List<Map<String, Object>> otherPorts() {
        List<Map<String, Object>> others = new ArrayList<>();
        for (NetworkDenyFault.Protocol protocol : NetworkDenyFault.Protocol.values()) {
            int next = 1;
            List<Port> denied = ports.stream()
                    .filter(port -> port.protocol() == protocol)
                    .sorted((a, b) -> a.port() - b.port())
                    .toList();
            for (Port port : denied) {
                range(protocol, next, port.port() - 1, others);
                next = Math.max(next, port.last() + 1);
            }
            range(protocol, next, LAST_PORT, others);
        }
        return others;
    }

    private static void range(
            NetworkDenyFault.Protocol protocol, int first, int last, List<Map<String, Object>> ranges) {
        if (first <= last) {
            Map<String, Object> range = new LinkedHashMap<>(Map.of("protocol", protocol.word(), "port", first));
            if (last > first) {
                range.put("endPort", last);
            }
            ranges.add(range);
        }
    }

    private List<Map<String, Object>> otherPeers() {
        return peers.getFirst().cidr() == null ? otherPods() : otherAddresses();
    }

    /** Every address but those, and every pod: which pods, labels say better than addresses. */
    private List<Map<String, Object>> otherAddresses() {
        List<Map<String, Object>> others = new ArrayList<>();
        for (boolean old : List.of(true, false)) {
            List<AddressBlock> denied = peers.stream()
                    .map(peer -> AddressBlock.of(Objects.requireNonNull(peer.cidr())))
                    .filter(block -> block.isOld() == old)
                    .toList();
            if (denied.stream().noneMatch(block -> block.shared() == 0)) {
                Map<String, Object> block = new LinkedHashMap<>(Map.of("cidr", old ? "0.0.0.0/0" : "::/0"));
                if (!denied.isEmpty()) {
                    block.put("except", except(old));
                }
                others.add(Map.of("ipBlock", block));
            }
        }
        others.add(Map.of("namespaceSelector", Map.of()));
        return others;
    }

    private List<String> except(boolean old) {
        return peers.stream()
                .map(peer -> Objects.requireNonNull(peer.cidr()))
                .filter(cidr -> AddressBlock.of(cidr).isOld() == old)
                .toList();
    }

    /**
     * Every pod that is none of these. A pod is another one when it fails at least one requirement of each peer, so each
     * choice of one requirement from each peer, negated, is a peer of the policy.
     */
    private List<Map<String, Object>> otherPods() {
        List<Other> others = List.of(new Other(List.of(), List.of()));
        for (Peer peer : peers) {
            others = others.stream()
                    .flatMap(other -> other.without(failures(peer)))
                    .toList();
        }
        return others.stream().map(Other::json).distinct().toList();
    }

    private List<Other> failures(Peer peer) {
        List<Other> failures = new ArrayList<>();
        List<Requirement> home = peer.namespaceSelector() == null
                ? List.of(new Requirement("kubernetes.io/metadata.name", Operator.IN, List.of(namespace)))
                : peer.namespaceSelector().requirements();
        home.forEach(one -> failures.add(new Other(List.of(one.negated()), List.of())));
        if (peer.podSelector() != null) {
            peer.podSelector()
                    .requirements()
                    .forEach(one -> failures.add(new Other(List.of(), List.of(one.negated()))));
        }
        return failures;
    }

    /** Pods whose namespace and whose labels meet all of these. */
    private record Other(List<Requirement> home, List<Requirement> own) {
        Stream<Other> without(List<Other> failures) {
            return failures.stream().map(f -> new Other(both(home, f.home), both(own, f.own)));
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>(Map.of("namespaceSelector", LabelSelector.json(home)));
            if (!own.isEmpty()) {
                json.put("podSelector", LabelSelector.json(own));
            }
            return json;
        }

        private static List<Requirement> both(List<Requirement> some, List<Requirement> more) {
            return Stream.concat(some.stream(), more.stream()).distinct().toList();
        }
    }
}
