package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class BudgetsContractTest extends ServerContract {
    private static final String NEVER_READY = "annotations: {simulated.understudy.dev/ready-after: 1h}";

    private void budget(String spec) {
        create("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: web}
                spec: {selector: {matchLabels: {app: web}}, %s}
                """.formatted(spec));
    }

    private void set(String kind, int replicas, String metadata) {
        create("""
                apiVersion: apps/v1
                kind: %s
                metadata: {name: web}
                spec:
                  replicas: %d
                  %s
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}, %s}
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers: [{name: web, image: "web:1"}]
                """.formatted(
                        kind,
                        replicas,
                        kind.equals("StatefulSet") ? "serviceName: web\n  podManagementPolicy: Parallel" : "",
                        metadata));
    }

    private JsonNode status() {
        return get("/apis/policy/v1/namespaces/NS/poddisruptionbudgets/web").path("status");
    }

    private void becomes(int expected, int healthy, int desired, int allowed) {
        eventually(() -> {
            JsonNode status = status();
            assertThat(status.path("expectedPods").asInt()).isEqualTo(expected);
            assertThat(status.path("currentHealthy").asInt()).isEqualTo(healthy);
            assertThat(status.path("desiredHealthy").asInt()).isEqualTo(desired);
            assertThat(status.path("disruptionsAllowed").asInt()).isEqualTo(allowed);
        });
    }

    private Answer evictOne() {
        String pod =
                get("/api/v1/namespaces/NS/pods").at("/items/0/metadata/name").asText();
        return post(
                "/api/v1/namespaces/NS/pods/" + pod + "/eviction",
                "{'apiVersion':'policy/v1','kind':'Eviction','metadata':{'name':'" + pod + "','namespace':'NS'}}");
    }

    @Test
    void a_percentage_is_of_the_replicas_that_the_workload_asks_for_and_rounded_up() {
        set("Deployment", 3, "");
        budget("maxUnavailable: 40%");

        becomes(3, 3, 1, 2);
        assertThat(status().at("/conditions/0/type").asText()).isEqualTo("DisruptionAllowed");
        assertThat(status().at("/conditions/0/reason").asText()).isEqualTo("SufficientPods");
        assertThat(status().path("observedGeneration").asInt()).isEqualTo(1);
    }

    @Test
    void a_budget_counts_the_replicas_of_a_stateful_set_too() {
        set("StatefulSet", 2, "");
        budget("minAvailable: 100%");

        becomes(2, 2, 2, 0);
        assertThat(status().at("/conditions/0/reason").asText()).isEqualTo("InsufficientPods");
    }

    @Test
    void a_budget_without_pods_allows_nothing_and_says_so() {
        budget("maxUnavailable: 1");

        becomes(0, 0, 0, 0);
        eventually(() -> assertThat(get("/api/v1/namespaces/NS/events").path("items"))
                .anyMatch(event -> event.path("reason").asText().equals("NoPods")
                        && event.path("message").asText().equals("No matching pods found")));
    }

    @Test
    void an_eviction_that_would_break_a_budget_is_refused_with_what_it_needs() {
        set("Deployment", 2, "");
        budget("minAvailable: 2");
        becomes(2, 2, 2, 0);

        Answer answer = evictOne();

        assertThat(answer.code()).isEqualTo(429);
        assertThat(answer.body().path("reason").asText()).isEqualTo("TooManyRequests");
        assertThat(answer.body().path("message").asText())
                .isEqualTo("Cannot evict pod as it would violate the pod's disruption budget.");
        assertThat(answer.body().at("/details/causes/0/reason").asText()).isEqualTo("DisruptionBudget");
        assertThat(answer.body().at("/details/causes/0/message").asText())
                .isEqualTo("The disruption budget web needs 2 healthy pods and has 2 currently");
    }

    @Test
    void a_pod_that_is_not_ready_is_guarded_unless_its_budget_always_lets_it_go() {
        set("Deployment", 2, NEVER_READY);
        budget("minAvailable: 1");
        becomes(2, 0, 1, 0);
        eventually(() -> assertThat(get("/api/v1/namespaces/NS/pods").path("items"))
                .allMatch(pod -> pod.at("/status/phase").asText().equals("Running")));
        Answer guarded = evictOne();
        client.policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace(namespace)
                .withName("web")
                .edit(found -> found.edit()
                        .editSpec()
                        .withUnhealthyPodEvictionPolicy("AlwaysAllow")
                        .endSpec()
                        .build());

        Answer free = evictOne();

        assertThat(guarded.code()).isEqualTo(429);
        assertThat(free.code()).isEqualTo(201);
    }
}
