package dev.understudy.simulated.traffic;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.store.Kinds;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private final SmallCluster cluster = new SmallCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    private static String app(String name, String annotations) {
        return """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %1$s, namespace: shop}
            spec:
              replicas: 1
              selector: {matchLabels: {app: %1$s}}
              template:
                metadata:
                  labels: {app: %1$s}
                  annotations: {%2$s}
                spec:
                  containers: [{name: app, image: "app:1"}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: %1$s, namespace: shop}
            spec:
              selector: {app: %1$s}
              ports: [{name: http, port: 80, targetPort: 8080}]
            """.formatted(name, annotations);
    }

    private void shop(String... apps) {
        cluster.with("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n" + String.join("", apps));
    }

    private static String dependsOn(String... services) {
        return "simulated.understudy.dev/depends-on: \"" + String.join(", ", services) + "\"";
    }

    private void untilAnswers(String service, int status) {
        eventually(() -> assertThat(cluster.call(service).status()).isEqualTo(status));
    }

    @Test
    void an_absent_service_is_not_found() {
        Answer answer = cluster.call("nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("\"kind\":\"Status\"", "services \\\"nobody\\\" not found");
    }

    @Test
    void a_service_without_ready_pods_is_unavailable() {
        shop(app("cache", ""));
        cluster.scale("cache", 0);
        eventually(() -> assertThat(cluster.pods()).isEmpty());

        Answer answer = cluster.call("cache");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("no endpoints available for service \\\"cache\\\"");
    }

    @Test
    void an_absent_port_is_named() {
        shop(app("cache", ""));
        untilAnswers("cache", 200);

        Answer answer = new Traffic(cluster.store).answer(new Call("shop", "cache", "81", "GET", "/"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("no service port 81 found for service \\\"cache\\\"");
    }

    @Test
    void a_port_is_found_by_name_and_by_number() {
        shop(app("cache", ""));
        untilAnswers("cache", 200);
        var traffic = new Traffic(cluster.store);

        assertThat(traffic.answer(new Call("shop", "cache", "http", "GET", "/")).status())
                .isEqualTo(200);
        assertThat(traffic.answer(new Call("shop", "cache", "80", "GET", "/")).status())
                .isEqualTo(200);
    }

    @Test
    void a_named_port_is_not_found_without_its_name() {
        shop(app("cache", ""));
        untilAnswers("cache", 200);

        Answer answer = new Traffic(cluster.store).answer(new Call("shop", "cache", "", "GET", "/"));

        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void a_lost_dependency_is_named_and_its_return_heals() {
        shop(app("checkout", dependsOn("cache")), app("cache", ""));
        untilAnswers("checkout", 200);
        cluster.scale("cache", 0);

        untilAnswers("checkout", 503);

        assertThat(cluster.call("checkout").body()).contains("cannot reach cache");
        assertThat(cluster.pods())
                .filteredOn(pod -> pod.at("/metadata/labels/app").asText().equals("checkout"))
                .allMatch(pod -> Condition.isTrue(pod, "Ready"));
        cluster.scale("cache", 1);
        untilAnswers("checkout", 200);
    }

    @Test
    void a_dependency_in_another_namespace_is_called_by_its_full_name() {
        shop(app("checkout", dependsOn("bank.finance")));
        cluster.untilAvailable("checkout", 1);

        untilAnswers("checkout", 503);

        assertThat(cluster.call("checkout").body())
                .contains("cannot reach bank.finance: dial tcp: lookup bank.finance on 10.96.0.10:53: no such host");
    }

    @Test
    void a_failure_travels_up_the_chain() {
        shop(app("front", dependsOn("checkout")), app("checkout", dependsOn("cache")), app("cache", ""));
        untilAnswers("front", 200);

        cluster.scale("cache", 0);

        untilAnswers("front", 503);
        assertThat(cluster.call("front").body()).contains("cannot reach checkout: cannot reach cache");
    }

    @Test
    void services_that_call_each_other_are_well() {
        shop(app("hen", dependsOn("egg")), app("egg", dependsOn("hen")));

        untilAnswers("hen", 200);
        untilAnswers("egg", 200);
    }

    @Test
    void only_the_health_path_tells_of_dependencies_when_one_is_declared() {
        shop(app("checkout", dependsOn("cache") + ", simulated.understudy.dev/health-path: /ready"));
        untilAnswers("checkout", 200);

        Answer answer = new Traffic(cluster.store).answer(new Call("shop", "checkout", "80", "GET", "/ready?full=1"));

        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void an_answer_takes_as_long_as_the_pod_says() {
        shop(app("slow", "simulated.understudy.dev/latency: 250ms"));
        untilAnswers("slow", 200);

        assertThat(cluster.call("slow").latency()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void a_pod_that_ties_its_readiness_to_its_dependencies_leaves_the_endpoints() {
        shop(
                app("checkout", dependsOn("cache") + ", simulated.understudy.dev/readiness: dependencies"),
                app("cache", ""));
        cluster.untilAvailable("checkout", 1);

        cluster.scale("cache", 0);

        eventually(() -> {
            assertThat(cluster.get(Kinds.DEPLOYMENT, "checkout")
                            .at("/status/availableReplicas")
                            .asInt())
                    .isZero();
            assertThat(cluster.call("checkout").body()).contains("no endpoints available");
        });
        cluster.scale("cache", 1);
        cluster.untilAvailable("checkout", 1);
    }
}
