package dev.understudy.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest extends ServerTest {
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
    private static final String PODS = "/api/v1/namespaces/shop/pods";

    private void awaitReadyPods() {
        await().until(() ->
                admin.get(DEPLOYMENT).body().at("/status/readyReplicas").asInt() == 2);
    }

    @Test
    void shows_tables_with_the_columns_that_kubectl_prints() {
        awaitReadyPods();

        var answer = admin.get("/apis/apps/v1/namespaces/shop/deployments", "Accept", TABLE);

        List<String> headings = new ArrayList<>();
        answer.body()
                .path("columnDefinitions")
                .forEach(column -> headings.add(column.path("name").asText()));
        assertThat(headings)
                .containsExactly("Name", "Ready", "Up-to-date", "Available", "Age", "Containers", "Images", "Selector");
        JsonNode cells = answer.body().at("/rows/0/cells");
        assertThat(cells.get(0).asText()).isEqualTo("cart");
        assertThat(cells.get(1).asText()).isEqualTo("2/2");
        assertThat(cells.get(6).asText()).isEqualTo("shop/cart:1");
    }

    @Test
    void selects_pods_by_label_and_by_node() {
        awaitReadyPods();

        int all = admin.get(PODS + "?labelSelector=app%3Dcart")
                .body()
                .path("items")
                .size();
        int none = admin.get(PODS + "?labelSelector=app+notin+(cart)")
                .body()
                .path("items")
                .size();
        int onA = admin.get(PODS + "?fieldSelector=spec.nodeName%3Dnode-a")
                .body()
                .path("items")
                .size();
        int onB = admin.get(PODS + "?fieldSelector=spec.nodeName%3Dnode-b")
                .body()
                .path("items")
                .size();

        assertThat(all).isEqualTo(2);
        assertThat(none).isZero();
        assertThat(onA + onB).isEqualTo(2);
    }

    @Test
    void refuses_a_selector_by_a_field_that_is_not_offered() {
        var answer = admin.get(PODS + "?fieldSelector=spec.foo%3Dx");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("field label not supported: spec.foo");
    }

    @Test
    void hands_out_long_lists_in_pages() {
        for (int i = 0; i < 5; i++) {
            admin.post(CONFIG_MAPS, "{'metadata':{'name':'c" + i + "','labels':{'mine':'yes'}}}");
        }

        JsonNode first = admin.get(CONFIG_MAPS + "?labelSelector=mine&limit=3").body();
        String token = first.at("/metadata/continue").asText();
        JsonNode second = admin.get(CONFIG_MAPS + "?labelSelector=mine&limit=3&continue=" + token)
                .body();

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.at("/metadata").has("continue")).isFalse();
    }

    @Test
    void says_that_it_does_not_serve_what_it_does_not_know() {
        var path = admin.get("/apis/example.com/v1/gadgets");
        var part = admin.get("/api/v1/namespaces/shop/pods/x/resize");

        assertThat(path.status()).isEqualTo(404);
        assertThat(path.message()).contains("the simulated cluster does not serve /apis/example.com/v1/gadgets");
        assertThat(part.status()).isEqualTo(404);
        assertThat(part.message()).contains("does not serve");
    }

    @Test
    void never_pretends_to_be_real() {
        assertThat(admin.get("/version").body().path("gitVersion").asText()).endsWith("-understudy-simulated");
    }

    @Test
    void lists_its_resources_in_both_forms_of_discovery() {
        JsonNode old = admin.get("/apis/apps/v1").body();
        JsonNode aggregated = admin.get(
                        "/apis", "Accept", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
                .body();

        List<String> names = new ArrayList<>();
        old.path("resources")
                .forEach(resource -> names.add(resource.path("name").asText()));
        assertThat(names).contains("deployments", "deployments/scale", "deployments/status", "replicasets");
        assertThat(aggregated.path("kind").asText()).isEqualTo("APIGroupDiscoveryList");
        assertThat(aggregated.path("items").toString()).contains("\"subresource\":\"scale\"");
    }

    @Test
    void its_openapi_document_offers_validation_on_the_server() {
        JsonNode document = admin.get("/openapi/v3/apis/apps/v1").body();

        JsonNode patch = document.at("/paths/~1apis~1apps~1v1~1namespaces~1{namespace}~1deployments~1{name}/patch");
        assertThat(patch.path("parameters").toString()).contains("fieldValidation");
        assertThat(patch.at("/x-kubernetes-group-version-kind/kind").asText()).isEqualTo("Deployment");
    }

    @Test
    void answers_for_a_service_as_its_pods_would() {
        awaitReadyPods();
        String path = "/api/v1/namespaces/shop/services/cart:http/proxy/healthz";
        await().until(() -> admin.get(path).status() == 200);

        admin.patch(DEPLOYMENT + "/scale", MERGE_PATCH, "{'spec':{'replicas':0}}");

        await().until(() -> admin.get(path).status() == 503);
    }

    @Test
    void tells_what_a_container_did() {
        awaitReadyPods();
        String pod = admin.get(PODS).body().at("/items/0/metadata/name").asText();

        var answer = admin.get(PODS + "/" + pod + "/log");

        assertThat(answer.response().body()).contains("simulated application main (shop/cart:1) started");
    }
}
