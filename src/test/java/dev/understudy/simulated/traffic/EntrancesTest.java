package dev.understudy.simulated.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.simulated.store.Kinds;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntrancesTest {
    private final StillCluster cluster = new StillCluster();

    @BeforeEach
    void open() {
        cluster.create(Kinds.INGRESS_CLASS, "{metadata: {name: nginx}, spec: {controller: k8s.io/ingress-nginx}}");
        for (String app : new String[] {"front", "cart", "admin", "any"}) {
            cluster.app("shop", app, "");
        }
        ingress("shop", """
                ingressClassName: nginx
                  defaultBackend: {service: {name: any, port: {number: 80}}}
                  rules:
                    - host: shop.example
                      http:
                        paths:
                          - {path: /, pathType: Prefix, backend: {service: {name: front, port: {name: http}}}}
                          - {path: /cart, pathType: Prefix, backend: {service: {name: cart, port: {number: 80}}}}
                          - {path: /cart/admin, pathType: Exact, backend: {service: {name: admin, port: {number: 80}}}}
                    - host: "*.shop.example"
                      http:
                        paths:
                          - {path: /only, pathType: ImplementationSpecific, backend: {service: {name: admin, port: {number: 80}}}}
                """);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private void ingress(String name, String spec) {
        cluster.create(Kinds.INGRESS, "metadata: {name: " + name + ", namespace: shop}\nspec:\n  " + spec);
    }

    private Answer enter(String host, String path) {
        return cluster.traffic.enter(host, "GET", path);
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, /, front",
        "shop.example:8080, /carts, front",
        "SHOP.example, /cart, cart",
        "shop.example, /cart/7?full=1, cart",
        "shop.example, /cart/admin, admin",
        "shop.example, /cart/admin/x, cart",
        "eu.shop.example, /only/this, admin",
        "eu.shop.example, /else, any"
    })
    void host_and_path_choose_the_service(String host, String path, String service) {
        assertThat(enter(host, path).body()).contains("\"service\":\"" + service + "\"");
    }

    @Test
    void what_no_rule_is_for_is_not_found() {
        assertThat(enter("bank.example", "/").status()).isEqualTo(404);
        assertThat(enter("a.b.shop.example", "/").body()).isEqualTo("default backend - 404\n");
    }

    @Test
    void an_ingress_without_a_class_that_is_there_is_not_served() {
        ingress(
                "other",
                "rules: [{host: bank.example, http: {paths: [{path: /, pathType: Prefix,"
                        + " backend: {service: {name: front, port: {number: 80}}}}]}}]");

        assertThat(enter("bank.example", "/").status()).isEqualTo(404);
    }

    @Test
    void the_controller_answers_where_nobody_else_does() {
        ingress("broken", """
                ingressClassName: nginx
                  rules:
                    - host: broken.example
                      http:
                        paths:
                          - {path: /gone, pathType: Prefix, backend: {service: {name: gone, port: {number: 80}}}}
                """);
        cluster.policy("shop", "closed", "{podSelector: {matchLabels: {app: front}}}");

        assertThat(enter("broken.example", "/gone").status()).isEqualTo(503);
        assertThat(enter("shop.example", "/").status()).isEqualTo(504);
        assertThat(enter("shop.example", "/").latency()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_policy_may_let_the_controller_in() {
        cluster.policy("shop", "door", """
                {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels:
                  {kubernetes.io/metadata.name: ingress-nginx}}}]}]}
                """);

        assertThat(enter("shop.example", "/").status()).isEqualTo(200);
    }
}
