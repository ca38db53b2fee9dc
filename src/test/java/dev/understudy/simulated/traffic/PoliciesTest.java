package dev.understudy.simulated.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.simulated.store.Kinds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
    private static final String DNS = "{to: [{namespaceSelector: {}}], ports: [{port: 53, protocol: UDP}]}";

    private final StillCluster cluster = new StillCluster()
            .namespace("bank", "{team: finance}")
            .app("shop", "web", "")
            .app("shop", "cache", "")
            .app("bank", "ledger", "");

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void without_policies_every_pod_reaches_every_other() {
        assertThat(cluster.connect("shop/web", "cache", 80)).isEqualTo("answered");
        assertThat(cluster.connect("bank/ledger", "web.shop", 80)).isEqualTo("answered");
    }

    @Test
    void a_policy_without_rules_shuts_its_pods_off_and_no_others() {
        cluster.policy("shop", "closed", "{podSelector: {matchLabels: {app: cache}}}");

        assertThat(cluster.connect("shop/web", "cache", 80)).isEqualTo("dropped");
        assertThat(cluster.connect("shop/cache", "web", 80)).isEqualTo("answered");
        assertThat(cluster.connect("bank/ledger", "web.shop", 80)).isEqualTo("answered");
    }

    @Test
    void policies_add_up() {
        cluster.policy("shop", "closed", "{podSelector: {}}");
        cluster.policy(
                "shop",
                "web-to-cache",
                "{podSelector: {matchLabels: {app: cache}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}");

        assertThat(cluster.connect("shop/web", "cache", 80)).isEqualTo("answered");
        assertThat(cluster.connect("bank/ledger", "cache.shop", 80)).isEqualTo("dropped");
    }

    @Test
    void both_ends_must_allow_a_connection() {
        cluster.policy("shop", "in", "{podSelector: {matchLabels: {app: cache}}, ingress: [{}]}");
        cluster.policy(
                "shop",
                "out",
                "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [" + DNS + "]}");

        assertThat(cluster.connect("shop/web", "cache", 80)).isEqualTo("dropped");
        assertThat(cluster.connect("bank/ledger", "cache.shop", 80)).isEqualTo("answered");
    }

    @Test
    void a_peer_with_two_selectors_must_match_both() {
        cluster.policy("shop", "bank-only", """
                {podSelector: {matchLabels: {app: cache}}, ingress: [{from: [
                  {namespaceSelector: {matchLabels: {team: finance}}, podSelector: {matchLabels: {app: web}}}]}]}
                """);
        assertThat(cluster.connect("bank/ledger", "cache.shop", 80)).isEqualTo("dropped");
        assertThat(cluster.connect("shop/web", "cache", 80)).isEqualTo("dropped");

        cluster.policy("shop", "whole-bank", """
                {podSelector: {matchLabels: {app: cache}}, ingress: [{from: [
                  {namespaceSelector: {matchLabels: {team: finance}}}]}]}
                """);
        assertThat(cluster.connect("bank/ledger", "cache.shop", 80)).isEqualTo("answered");
    }

    @ParameterizedTest
    @CsvSource({
        "{port: 8080}, answered",
        "{port: http}, answered",
        "{port: 80}, dropped",
        "{port: admin}, dropped",
        "'{port: 8000, endPort: 9000}', answered",
        "'{port: 8081, endPort: 9000}', dropped",
        "'{port: 8080, protocol: UDP}', dropped",
        "{protocol: TCP}, answered"
    })
    void a_rule_names_the_ports_of_the_pod_and_not_of_the_service(String port, String outcome) {
        cluster.policy(
                "shop", "ports", "{podSelector: {matchLabels: {app: cache}}, ingress: [{ports: [" + port + "]}]}");

        assertThat(cluster.connect("shop/web", "cache", 80)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "{cidr: 10.244.0.0/16}, answered",
        "'{cidr: 10.244.0.0/16, except: [10.244.0.0/24]}', dropped",
        "{cidr: 192.168.0.0/16}, dropped",
        "{cidr: 0.0.0.0/0}, answered"
    })
    void an_address_block_lets_in_what_it_holds_and_does_not_except(String block, String outcome) {
        cluster.policy(
                "shop",
                "block",
                "{podSelector: {matchLabels: {app: cache}}, ingress: [{from: [{ipBlock: " + block + "}]}]}");

        assertThat(cluster.connect("shop/web", "cache", 80)).isEqualTo(outcome);
    }

    @Test
    void names_do_not_resolve_for_a_pod_that_may_not_ask() {
        cluster.policy(
                "shop",
                "to-cache-only",
                "{podSelector: {matchLabels: {app: web}}, egress: [{to: [{podSelector: {}}]}], policyTypes: [Egress]}");

        assertThat(cluster.connect("shop/web", "cache", 80)).isEqualTo("unresolved");
        String address = cluster.store
                .get(Kinds.SERVICE, "shop", "cache")
                .orElseThrow()
                .at("/spec/clusterIP")
                .asText();
        assertThat(cluster.connect("shop/web", address, 80)).isEqualTo("answered");
    }

    @Test
    void egress_rules_alone_isolate_ingress_too_unless_the_types_say_otherwise() {
        cluster.policy("shop", "both", "{podSelector: {matchLabels: {app: cache}}, egress: [{}]}");

        assertThat(cluster.connect("shop/web", "cache", 80)).isEqualTo("dropped");
        assertThat(cluster.connect("shop/cache", "web", 80)).isEqualTo("answered");
    }

    @Test
    void nodes_and_the_service_proxy_are_always_let_in() {
        cluster.policy("shop", "closed", "{podSelector: {}}");

        assertThat(cluster.traffic
                        .answer(new Call("shop", "cache", "80", "GET", "/"))
                        .status())
                .isEqualTo(200);
        assertThat(cluster.traffic.onLoopback(cluster.pod("shop", "cache"), 8080, "GET", "/"))
                .isInstanceOf(Response.Answered.class);
    }

    @Test
    void a_pod_on_the_network_of_its_node_is_beyond_policies() {
        cluster.create(Kinds.POD, """
                metadata: {name: agent, namespace: shop, labels: {app: agent}}
                spec: {hostNetwork: true, containers: [{name: app, image: "app:1"}]}
                """);
        cluster.policy("shop", "closed", "{podSelector: {}, policyTypes: [Ingress, Egress]}");

        assertThat(cluster.connect("shop/agent", "cache", 80)).isEqualTo("answered");
    }
}
