package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatchesContractTest extends ServerContract {
    private static final String BAG = "/api/v1/namespaces/NS/configmaps/bag";
    private static final String DEPLOYMENT = "/apis/apps/v1/namespaces/NS/deployments/web";
    private static final String MERGE = "application/merge-patch+json";
    private static final String JSON = "application/json-patch+json";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";

    @BeforeEach
    void fill() {
        create("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: bag, labels: {a: b}}
                data: {size: small, colour: red}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                        - {name: one, image: "shop/one:1", env: [{name: A, value: a}, {name: B, value: b}]}
                        - {name: two, image: "shop/two:1"}
                """);
    }

    @Test
    void a_merge_patch_changes_what_it_names_and_removes_what_it_sets_to_null() {
        var answer = send("PATCH", BAG, MERGE, "{'data':{'size':'large','colour':null}}");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().path("data").toString()).isEqualTo("{\"size\":\"large\"}");
    }

    @Test
    void a_merge_patch_replaces_lists_whole() {
        var answer = send(
                "PATCH",
                DEPLOYMENT,
                MERGE,
                "{'spec':{'template':{'spec':{'containers':[{'name':'new','image':'shop/new:1'}]}}}}");

        assertThat(answer.body().at("/spec/template/spec/containers")).hasSize(1);
    }

    @Test
    void a_strategic_patch_finds_list_elements_by_their_merge_key() {
        var answer = send(
                "PATCH",
                DEPLOYMENT,
                STRATEGIC,
                "{'spec':{'template':{'spec':{'containers':[{'name':'two','image':'shop/two:2'}]}}}}");

        assertThat(answer.body().at("/spec/template/spec/containers")).hasSize(2);
        assertThat(answer.body().findValuesAsText("image")).contains("shop/one:1", "shop/two:2");
    }

    @Test
    void a_strategic_patch_deletes_a_list_element_by_directive() {
        var answer = send(
                "PATCH",
                DEPLOYMENT,
                STRATEGIC,
                "{'spec':{'template':{'spec':{'containers':["
                        + "{'name':'one','env':[{'name':'A','$patch':'delete'}]}]}}}}");

        assertThat(answer.body().at("/spec/template/spec/containers/0/env").findValuesAsText("name"))
                .containsExactly("B");
    }

    @Test
    void a_strategic_patch_retains_the_keys_that_it_names() {
        var answer = send(
                "PATCH", DEPLOYMENT, STRATEGIC, "{'spec':{'strategy':{'$retainKeys':['type'],'type':'Recreate'}}}");

        assertThat(answer.body().at("/spec/strategy").toString()).isEqualTo("{\"type\":\"Recreate\"}");
    }

    @Test
    void a_json_patch_adds_replaces_and_removes() {
        var answer = send(
                "PATCH",
                BAG,
                JSON,
                "[{'op':'add','path':'/data/new','value':'x'},"
                        + "{'op':'replace','path':'/data/size','value':'huge'},{'op':'remove','path':'/data/colour'}]");

        assertThat(answer.body().path("data").path("new").asText()).isEqualTo("x");
        assertThat(answer.body().path("data").path("size").asText()).isEqualTo("huge");
        assertThat(answer.body().path("data").has("colour")).isFalse();
    }

    @Test
    void a_json_patch_whose_test_fails_is_422_and_changes_nothing() {
        var answer = send(
                "PATCH",
                BAG,
                JSON,
                "[{'op':'replace','path':'/data/size','value':'huge'},"
                        + "{'op':'test','path':'/data/colour','value':'green'}]");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.reason()).isEqualTo("Invalid");
        assertThat(fetch(BAG).body().path("data").path("size").asText()).isEqualTo("small");
    }

    @Test
    void a_json_patch_may_test_a_field_that_is_absent_for_null() {
        var answer = send("PATCH", BAG, JSON, "[{'op':'test','path':'/data/absent','value':null}]");

        assertThat(answer.code()).isEqualTo(200);
    }

    @Test
    void a_json_patch_that_removes_what_is_absent_is_422() {
        var answer = send("PATCH", BAG, JSON, "[{'op':'remove','path':'/data/absent'}]");

        assertThat(answer.code()).isEqualTo(422);
    }

    @Test
    void a_patch_of_an_unknown_type_is_415() {
        var answer = send("PATCH", BAG, "application/json", "{}");

        assertThat(answer.code()).isEqualTo(415);
        assertThat(answer.reason()).isEqualTo("UnsupportedMediaType");
    }

    @Test
    void a_patch_that_is_not_json_is_400() {
        var answer = send("PATCH", BAG, MERGE, "{'data':");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo("BadRequest");
    }

    @Test
    void a_patch_may_carry_the_version_that_it_was_made_for() {
        var answer = send("PATCH", BAG, MERGE, "{'metadata':{'resourceVersion':'1'},'data':{'size':'large'}}");

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.message())
                .isEqualTo("Operation cannot be fulfilled on configmaps \"bag\": the object has been modified; please"
                        + " apply your changes to the latest version and try again");
    }

    @Test
    void a_patch_without_effect_makes_no_new_version() {
        String before = fetch(BAG).body().at("/metadata/resourceVersion").asText();

        var answer = send("PATCH", BAG, MERGE, "{'data':{'size':'small'}}");

        assertThat(answer.body().at("/metadata/resourceVersion").asText()).isEqualTo(before);
    }

    @Test
    void a_patch_cannot_rename_an_object() {
        var answer = send("PATCH", BAG, MERGE, "{'metadata':{'name':'other'}}");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("the name of the object (other) does not match the name on the URL (bag)");
    }

    @Test
    void a_change_of_an_immutable_field_is_422_with_its_cause() {
        var answer = send(
                "PATCH",
                DEPLOYMENT,
                MERGE,
                "{'spec':{'selector':{'matchLabels':{'app':'other'}},"
                        + "'template':{'metadata':{'labels':{'app':'other'}}}}}");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.body().at("/details/causes/0/field").asText()).isEqualTo("spec.selector");
        assertThat(answer.message()).endsWith("field is immutable");
    }

    @Test
    void a_patch_of_the_spec_leaves_the_status_alone() {
        var answer = send("PATCH", DEPLOYMENT, MERGE, "{'status':{'replicas':99}}");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().at("/status/replicas").asInt()).isZero();
    }
}
