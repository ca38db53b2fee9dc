package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.Test;

class AccountTokensContractTest extends ServerContract {
    private static final String TOKEN = "/api/v1/namespaces/NS/serviceaccounts/default/token";
    private static final String REVIEWS = "/apis/authentication.k8s.io/v1/tokenreviews";

    @Test
    void a_token_is_given_for_an_hour_unless_asked_otherwise() {
        var answer = post(TOKEN, "{}");

        assertThat(answer.code()).isEqualTo(201);
        assertThat(answer.body().path("kind").asText()).isEqualTo("TokenRequest");
        assertThat(answer.body().at("/spec/expirationSeconds").asInt()).isEqualTo(3600);
        assertThat(answer.body().at("/status/expirationTimestamp").asText()).isNotEmpty();
        assertThat(answer.body().at("/status/token").asText().split("\\.")).hasSize(3);
    }

    @Test
    void whoever_has_the_token_is_the_service_account() {
        String token = post(TOKEN, "{}").body().at("/status/token").asText();

        try (KubernetesClient account = login(token)) {
            var answer = Answer.to(account, "GET", "/api/v1/namespaces/" + namespace + "/pods", "application/json", "");

            assertThat(answer.code()).isEqualTo(403);
            assertThat(answer.message())
                    .isEqualTo("pods is forbidden: User \"system:serviceaccount:" + namespace
                            + ":default\" cannot list resource \"pods\" in API group \"\" in the namespace \""
                            + namespace + "\"");
        }
    }

    @Test
    void a_token_dies_with_its_account() {
        post("/api/v1/namespaces/NS/serviceaccounts", "{'metadata':{'name':'till'}}");
        String token = post(TOKEN.replace("default", "till"), "{}")
                .body()
                .at("/status/token")
                .asText();

        remove("/api/v1/namespaces/NS/serviceaccounts/till");

        try (KubernetesClient account = login(token)) {
            eventually(() -> assertThat(Answer.to(account, "GET", "/api/v1/nodes", "application/json", "")
                            .code())
                    .isEqualTo(401));
        }
    }

    @Test
    void a_token_for_less_than_ten_minutes_is_refused() {
        var answer = post(TOKEN, "{'spec':{'expirationSeconds':60}}");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo("TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value:"
                        + " 60: may not specify a duration less than 10 minutes");
    }

    @Test
    void an_account_that_is_not_there_has_no_token() {
        var answer = post("/api/v1/namespaces/NS/serviceaccounts/absent/token", "{}");

        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("serviceaccounts \"absent\" not found");
    }

    @Test
    void a_review_tells_whose_token_it_is() {
        String token = post(TOKEN, "{}").body().at("/status/token").asText();

        var status = post(REVIEWS, "{'spec':{'token':'" + token + "'}}").body().path("status");

        assertThat(status.path("authenticated").asBoolean()).isTrue();
        assertThat(status.at("/user/username").asText()).isEqualTo("system:serviceaccount:" + namespace + ":default");
        assertThat(status.at("/user/groups").toString())
                .isEqualTo("[\"system:serviceaccounts\",\"system:serviceaccounts:" + namespace
                        + "\",\"system:authenticated\"]");
    }

    @Test
    void a_review_of_an_unknown_token_says_so() {
        var unknown = post(REVIEWS, "{'spec':{'token':'nobodys'}}");
        var missing = post(REVIEWS, "{'spec':{}}");

        assertThat(unknown.body().at("/status/authenticated").asBoolean()).isFalse();
        assertThat(unknown.body().at("/status/error").asText()).isEqualTo("invalid bearer token");
        assertThat(missing.code()).isEqualTo(400);
        assertThat(missing.message()).isEqualTo("token is required for TokenReview in authentication");
    }

    private KubernetesClient login(String token) {
        Config config = client.getConfiguration();
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl(config.getMasterUrl())
                        .withCaCertData(config.getCaCertData())
                        .withOauthToken(token)
                        .withAutoConfigure(false)
                        .build())
                .build();
    }
}
