package dev.understudy.simulated.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.simulated.store.Kinds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private final StillCluster cluster =
            new StillCluster().namespace("bank", "{}").app("shop", "web", "").app("bank", "ledger", "");

    @AfterEach
    void close() {
        cluster.close();
    }

    private Lookup lookUp(String host) {
        return cluster.traffic.lookUp(cluster.pod("shop", "web"), host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger.bank",
                "ledger.bank.svc",
                "ledger.bank.svc.cluster.local",
                "ledger.bank.svc.cluster.local."
            })
    void a_service_has_a_short_name_and_a_full_one(String host) {
        assertThat(lookUp(host))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.name()).isEqualTo("ledger.bank.svc.cluster.local"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "web.bank", "example.com", "nothing.ledger.bank"})
    void nothing_else_has_a_name(String host) {
        assertThat(lookUp(host)).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void a_headless_service_stands_for_its_pods_and_each_has_a_name_below_it() {
        cluster.pod("shop", "db-0", "").pod("shop", "db-1", "");
        cluster.create(Kinds.SERVICE, """
                metadata: {name: db, namespace: shop}
                spec: {clusterIP: None, selector: {app: db}, ports: [{name: http, port: 8080}]}
                """);
        cluster.endpoint("shop", "db", "db-0").endpoint("shop", "db", "db-1");

        assertThat(lookUp("db")).isInstanceOf(Lookup.Found.class);
        assertThat(lookUp("db-1.db"))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.address())
                                .isEqualTo(cluster.pod("shop", "db-1")
                                        .at("/status/podIP")
                                        .asText()));
        assertThat(cluster.connect("shop/web", "db-1.db", 8080)).isEqualTo("answered");
    }

    @Test
    void an_external_name_leads_to_a_service_of_the_cluster() {
        cluster.create(Kinds.SERVICE, """
                metadata: {name: bank, namespace: shop}
                spec: {type: ExternalName, externalName: ledger.bank.svc.cluster.local}
                """);

        assertThat(cluster.connect("shop/web", "bank", 80)).isEqualTo("answered");
    }

    @ParameterizedTest
    @CsvSource({"ledger.bank, 80, answered", "ledger.bank, 81, dropped", "203.0.113.7, 443, dropped"})
    void a_service_is_reached_on_its_ports_alone(String host, int port, String outcome) {
        assertThat(cluster.connect("shop/web", host, port)).isEqualTo(outcome);
    }

    @Test
    void a_service_without_ready_pods_refuses_connections() {
        cluster.create(Kinds.SERVICE, """
                metadata: {name: nobody, namespace: shop}
                spec: {selector: {app: nobody}, ports: [{port: 80}]}
                """);

        assertThat(cluster.connect("shop/web", "nobody", 80)).isEqualTo("refused");
    }

    @Test
    void a_pod_refuses_what_no_container_listens_on() {
        String address = cluster.pod("bank", "ledger").at("/status/podIP").asText();

        assertThat(cluster.connect("shop/web", address, 8080)).isEqualTo("answered");
        assertThat(cluster.connect("shop/web", address, 9090)).isEqualTo("refused");
    }

    @Test
    void a_pod_reaches_itself_by_localhost_past_every_policy() {
        cluster.policy("shop", "closed", "{podSelector: {}, policyTypes: [Ingress, Egress]}");

        assertThat(cluster.connect("shop/web", "localhost", 8080)).isEqualTo("answered");
    }

    @Test
    void dns_of_ones_own_can_be_lost() {
        cluster.create(Kinds.SERVICE, """
                metadata: {name: kube-dns, namespace: kube-system}
                spec: {selector: {k8s-app: kube-dns}, ports: [{name: dns, port: 53, protocol: UDP}]}
                """);

        assertThat(cluster.connect("shop/web", "ledger.bank", 80)).isEqualTo("unresolved");
    }
}
