package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.LabelMatch;
import dev.understudy.simulated.store.Meta;
import java.util.List;

/**
 * A network policy, ready to be asked.
 *
 * @param namespace whose pods it selects
 * @param pods selector of the pods that it is for; an empty one selects them all
 * @param isolates the directions in which it isolates them: {@code Ingress}, {@code Egress}
 * @param ingress what it lets in
 * @param egress what it lets out
 */
record Policy(
        String namespace, JsonNode pods, List<String> isolates, List<PolicyRule> ingress, List<PolicyRule> egress) {
    static Policy read(ObjectNode policy) {
        JsonNode spec = policy.path("spec");
        String namespace = Meta.namespace(policy);
        return new Policy(
                namespace,
                spec.path("podSelector"),
                spec.path("policyTypes").valueStream().map(JsonNode::asText).toList(),
                PolicyRule.read(namespace, spec.path("ingress"), "from"),
                PolicyRule.read(namespace, spec.path("egress"), "to"));
    }

    boolean isolates(Peer peer, String direction) {
        return isolates.contains(direction)
                && peer.namespace().equals(namespace)
                && LabelMatch.matches(pods, peer.labels());
    }

    /** Tells whether an address alone can decide, so that two pods with the same labels may fare differently. */
    boolean looksAtAddresses() {
        return ingress.stream().anyMatch(Policy::looksAtAddresses)
                || egress.stream().anyMatch(Policy::looksAtAddresses);
    }

    private static boolean looksAtAddresses(PolicyRule rule) {
        return rule.peers().stream().anyMatch(peer -> peer.has("ipBlock"));
    }
}
