package dev.understudy.simulated.api;

import static dev.understudy.simulated.store.Objects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AccessTest extends ServerTest {
    private static final String REVIEW = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final String SECRETS = "/api/v1/namespaces/shop/secrets";

    @Test
    void nobody_is_let_in_without_a_known_token() {
        try (RawClient stranger = new RawClient(cluster.url(), cluster.authority(), "guess")) {
            var answer = stranger.get("/version");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body().path("reason").asText()).isEqualTo("Unauthorized");
        }
    }

    @Test
    void refuses_in_the_words_of_the_server_what_no_role_allows() {
        var answer = bo.get("/apis/apps/v1/namespaces/shop/deployments");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo("deployments.apps is forbidden: User \"bo@shop.example\" cannot list resource"
                        + " \"deployments\" in API group \"apps\" in the namespace \"shop\"");
    }

    @Test
    void tells_a_user_what_it_may() {
        String question = "{'spec':{'resourceAttributes':{'verb':'delete','resource':'pods','namespace':'shop'}}}";

        assertThat(bo.post(REVIEW, question).body().at("/status/allowed").asBoolean())
                .isFalse();
        assertThat(admin.post(REVIEW, question).body().at("/status/allowed").asBoolean())
                .isTrue();
    }

    @Test
    void an_admin_may_act_as_somebody_else_with_no_more_than_their_permissions() {
        var answer = admin.get(DEPLOYMENT, "Impersonate-User", "bo@shop.example");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("User \"bo@shop.example\" cannot get");
    }

    @Test
    void every_request_leaves_an_audit_event_with_who_what_and_outcome() throws Exception {
        List<ObjectNode> events = new CopyOnWriteArrayList<>();
        try (AutoCloseable listening = cluster.onAudit(events::add)) {
            bo.patch(DEPLOYMENT + "/scale", MERGE_PATCH, "{'spec':{'replicas':0}}");
            await().until(() -> !events.isEmpty());
        }
        ObjectNode event = events.getFirst();
        assertThat(event.at("/user/username").asText()).isEqualTo("bo@shop.example");
        assertThat(event.path("verb").asText()).isEqualTo("patch");
        assertThat(event.path("stage").asText()).isEqualTo("ResponseComplete");
        assertThat(event.path("objectRef"))
                .isEqualTo(json("{'resource':'deployments','namespace':'shop',"
                        + "'name':'cart','apiGroup':'apps','apiVersion':'v1','subresource':'scale'}"));
        assertThat(event.at("/responseStatus/code").asInt()).isEqualTo(403);
        assertThat(event.path("requestObject")).isEqualTo(json("{'spec':{'replicas':0}}"));
        assertThat(event.path("requestReceivedTimestamp").asText()).hasSize(27);
    }

    @Test
    void the_contents_of_secrets_are_in_no_audit_event() throws Exception {
        List<ObjectNode> events = new CopyOnWriteArrayList<>();
        try (AutoCloseable listening = cluster.onAudit(events::add)) {
            admin.post(SECRETS, "{'metadata':{'name':'s'},'stringData':{'k':'precious'}}");
            admin.patch(SECRETS + "/s", MERGE_PATCH, "{'stringData':{'k':'precious'}}");
            admin.patch(SECRETS + "/s", MERGE_PATCH, "{'data':{'k':7}}");
            await().until(() -> events.size() >= 3);
        }
        assertThat(events.toString())
                .contains("secrets")
                .doesNotContain("precious")
                .doesNotContain("cHJlY2lvdXM");
    }

    @Test
    void an_event_of_somebody_who_acts_as_another_names_both() throws Exception {
        List<ObjectNode> events = new CopyOnWriteArrayList<>();
        try (AutoCloseable listening = cluster.onAudit(events::add)) {
            admin.get(DEPLOYMENT, "Impersonate-User", "bo@shop.example");
            await().until(() -> !events.isEmpty());
        }
        assertThat(events.getFirst().at("/user/username").asText()).isEqualTo("admin");
        assertThat(events.getFirst().at("/impersonatedUser/username").asText()).isEqualTo("bo@shop.example");
    }
}
