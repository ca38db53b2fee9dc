package dev.understudy.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class EvictingTest extends ServerTest {
    private static final String PODS = "/api/v1/namespaces/shop/pods";
    private static final String BUDGETS = "/apis/policy/v1/namespaces/shop/poddisruptionbudgets";

    private String readyPod() {
        await().until(() ->
                admin.get(DEPLOYMENT).body().at("/status/readyReplicas").asInt() == 2);
        return admin.get(PODS).body().at("/items/0/metadata/name").asText();
    }

    private void keepAlive(int pods) {
        admin.post(
                BUDGETS,
                "{'metadata':{'name':'cart'},'spec':{'minAvailable':" + pods
                        + ",'selector':{'matchLabels':{'app':'cart'}}}}");
        await().until(() ->
                admin.get(BUDGETS + "/cart").body().at("/status/currentHealthy").asInt() == 2);
    }

    private RawClient.Answer evict(String pod) {
        return admin.post(
                PODS + "/" + pod + "/eviction",
                "{'apiVersion':'policy/v1','kind':'Eviction','metadata':{'name':'" + pod + "'}}");
    }

    @Test
    void evicts_a_pod_that_nothing_guards() {
        String pod = readyPod();

        var answer = evict(pod);

        assertThat(answer.status()).isEqualTo(201);
        await().until(() -> admin.get(PODS + "/" + pod).status() == 404);
    }

    @Test
    void refuses_to_break_a_budget_and_says_which() {
        String pod = readyPod();
        keepAlive(2);

        var answer = evict(pod);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body().path("reason").asText()).isEqualTo("TooManyRequests");
        assertThat(answer.message()).isEqualTo("Cannot evict pod as it would violate the pod's disruption budget.");
        assertThat(answer.body().at("/details/causes/0/message").asText())
                .isEqualTo("The disruption budget cart needs 2 healthy pods and has 2 currently");
    }

    @Test
    void spends_what_a_budget_allows() {
        String pod = readyPod();
        keepAlive(1);

        var answer = evict(pod);

        assertThat(answer.status()).isEqualTo(201);
    }
}
