package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class NetworkPoliciesContractTest extends ServerContract {
    private static final String PATH = "/apis/networking.k8s.io/v1/namespaces/NS/networkpolicies/rules";

    private void policy(String spec) {
        create("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: rules}
                spec: %s
                """.formatted(spec));
    }

    /** Returns the refusal without the words that every one begins with. */
    private String refused(String spec) {
        String message = refusal(() -> policy(spec)).getStatus().getMessage();
        assertThat(message).startsWith("NetworkPolicy.networking.k8s.io \"rules\" is invalid: ");
        return message.substring(message.indexOf(": ") + 2);
    }

    @Test
    void a_policy_is_for_ingress_unless_it_has_rules_for_egress() {
        policy("{podSelector: {}, ingress: [{ports: [{port: 80}]}]}");
        JsonNode spec = get(PATH).path("spec");
        assertThat(spec.path("policyTypes").toString()).isEqualTo("[\"Ingress\"]");
        assertThat(spec.at("/ingress/0/ports/0/protocol").asText()).isEqualTo("TCP");

        remove(PATH);
        policy("{podSelector: {}, egress: [{}]}");
        assertThat(get(PATH).at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
    }

    @Test
    void a_change_of_a_policy_counts_its_generation() {
        policy("{podSelector: {}}");
        assertThat(get(PATH).at("/metadata/generation").asInt()).isEqualTo(1);
    }

    @Test
    void an_unknown_policy_type_or_protocol_is_refused() {
        assertThat(refused("{podSelector: {}, policyTypes: [Both]}"))
                .isEqualTo("spec.policyTypes[0]: Unsupported value: \"Both\":"
                        + " supported values: \"Ingress\", \"Egress\"");
        assertThat(refused("{podSelector: {}, policyTypes: [Ingress, Egress, Ingress]}"))
                .isEqualTo("spec.policyTypes: Invalid value: [\"Ingress\",\"Egress\",\"Ingress\"]:"
                        + " may not specify more than two policyTypes");
        assertThat(refused("{podSelector: {}, ingress: [{ports: [{protocol: ICMP}]}]}"))
                .isEqualTo("spec.ingress[0].ports[0].protocol: Unsupported value: \"ICMP\":"
                        + " supported values: \"TCP\", \"UDP\", \"SCTP\"");
    }

    @Test
    void a_range_of_ports_begins_with_a_number_and_ends_above_it() {
        assertThat(refused("{podSelector: {}, ingress: [{ports: [{port: http, endPort: 90}]}]}"))
                .isEqualTo("spec.ingress[0].ports[0].endPort: Invalid value: 90:"
                        + " may not be specified when `port` is non-numeric");
        assertThat(refused("{podSelector: {}, egress: [{ports: [{endPort: 90}]}]}"))
                .isEqualTo("spec.egress[0].ports[0].endPort: Invalid value: 90:"
                        + " may not be specified when `port` is not specified");
        assertThat(refused("{podSelector: {}, ingress: [{ports: [{port: 100, endPort: 90}]}]}"))
                .isEqualTo("spec.ingress[0].ports[0].endPort: Invalid value: 100:"
                        + " must be greater than or equal to `port`");
    }

    @Test
    void a_peer_is_a_selector_or_a_block_of_addresses_and_never_both() {
        assertThat(refused("{podSelector: {}, ingress: [{from: [{}]}]}"))
                .isEqualTo("spec.ingress[0].from[0]: Required value: must specify a peer");
        assertThat(refused("{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]}"))
                .isEqualTo("spec.egress[0].to[0]: Forbidden: may not specify both ipBlock and another peer");
    }

    @Test
    void a_block_of_addresses_is_exact_and_its_exceptions_lie_within() {
        assertThat(refused(block("{cidr: 10.0.0.0}")))
                .isEqualTo("spec.ingress[0].from[0].ipBlock.cidr: Invalid value: \"10.0.0.0\":"
                        + " must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
        assertThat(refused(block("{cidr: 10.0.0.7/8}")))
                .isEqualTo("spec.ingress[0].from[0].ipBlock.cidr: Invalid value: \"10.0.0.7/8\":"
                        + " must not have bits set beyond the prefix length");
        assertThat(refused(block("{cidr: 10.0.0.0/8, except: [11.0.0.0/16]}")))
                .isEqualTo("spec.ingress[0].from[0].ipBlock.except[0]: Invalid value: \"11.0.0.0/16\":"
                        + " must be a strict subset of `cidr`");
    }

    private static String block(String block) {
        return "{podSelector: {}, ingress: [{from: [{ipBlock: " + block + "}]}]}";
    }

    @Test
    void a_selector_must_make_sense() {
        assertThat(refused("{podSelector: {matchExpressions: [{key: a, operator: In}]}}"))
                .isEqualTo("spec.podSelector.matchExpressions[0].values: Required value:"
                        + " must be specified when `operator` is 'In' or 'NotIn'");
        assertThat(refused("{podSelector: {matchExpressions: [{key: a, operator: Like, values: [b]}]}}"))
                .isEqualTo("spec.podSelector.matchExpressions[0].operator: Invalid value: \"Like\":"
                        + " not a valid selector operator");
    }
}
