package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApplyContractTest extends ServerContract {
    private static final String BAG = "/api/v1/namespaces/NS/configmaps/bag";
    private static final String APPLY = "application/apply-patch+yaml";

    private Answer apply(String manager, String data) {
        return apply(manager, data, "");
    }

    private Answer apply(String manager, String data, String more) {
        return send(
                "PATCH",
                BAG + "?fieldManager=" + manager + more,
                APPLY,
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'bag'},'data':" + data + "}");
    }

    @Test
    void an_apply_creates_what_is_not_there() {
        var answer = apply("ana", "{'a':'1'}");

        assertThat(answer.code()).isEqualTo(201);
        assertThat(answer.body().at("/metadata/managedFields/0/operation").asText())
                .isEqualTo("Apply");
        assertThat(answer.body().at("/metadata/managedFields/0/fieldsV1").toString())
                .isEqualTo("{\"f:data\":{\"f:a\":{}}}");
    }

    @Test
    void an_apply_needs_a_field_manager() {
        var answer =
                send("PATCH", BAG, APPLY, "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'bag'},'data':{}}");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for"
                        + " apply patch");
    }

    @Test
    void what_somebody_else_owns_is_a_conflict_that_names_him() {
        apply("ana", "{'a':'1'}");

        var answer = apply("bo", "{'a':'2'}");

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.message()).isEqualTo("Apply failed with 1 conflict: conflict with \"ana\": .data.a");
        assertThat(answer.body().at("/details/causes/0/reason").asText()).isEqualTo("FieldManagerConflict");
    }

    @Test
    void force_takes_a_field_from_its_owner() {
        apply("ana", "{'a':'1','b':'1'}");

        var answer = apply("bo", "{'a':'2'}", "&force=true");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().path("data").toString()).isEqualTo("{\"a\":\"2\",\"b\":\"1\"}");
        assertThat(answer.body()
                        .at("/metadata/managedFields")
                        .findValues("f:data")
                        .toString())
                .isEqualTo("[{\"f:b\":{}}, {\"f:a\":{}}]");
    }

    @Test
    void two_may_own_a_field_that_they_agree_on() {
        apply("ana", "{'a':'1'}");

        var answer = apply("bo", "{'a':'1'}");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().at("/metadata/managedFields")).hasSize(2);
    }

    @Test
    void a_field_that_its_only_owner_names_no_longer_goes() {
        apply("ana", "{'a':'1','b':'1'}");

        var answer = apply("ana", "{'b':'1'}");

        assertThat(answer.body().path("data").toString()).isEqualTo("{\"b\":\"1\"}");
    }

    @Test
    void a_field_that_another_owns_too_stays_when_one_gives_it_up() {
        apply("ana", "{'a':'1'}");
        apply("bo", "{'a':'1'}");

        var answer = apply("ana", "{}");

        assertThat(answer.body().path("data").toString()).isEqualTo("{\"a\":\"1\"}");
    }

    @Test
    void applying_the_same_again_makes_no_new_version() {
        String before =
                apply("ana", "{'a':'1'}").body().at("/metadata/resourceVersion").asText();

        var answer = apply("ana", "{'a':'1'}");

        assertThat(answer.body().at("/metadata/resourceVersion").asText()).isEqualTo(before);
    }

    @Test
    void an_update_takes_the_fields_that_it_changes() {
        apply("ana", "{'a':'1','b':'1'}");

        send("PATCH", BAG + "?fieldManager=hand", "application/merge-patch+json", "{'data':{'a':'9'}}");

        assertThat(apply("ana", "{'a':'1','b':'1'}").message())
                .startsWith("Apply failed with 1 conflict: conflict with \"hand\" using v1");
    }

    @Test
    void managed_fields_cannot_be_applied() {
        var answer = send(
                "PATCH",
                BAG + "?fieldManager=ana",
                APPLY,
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'bag','managedFields':[{'manager':'x'}]}}");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("metadata.managedFields must be nil");
    }

    @Test
    void list_elements_are_owned_one_by_one() {
        create("""
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {selector: {app: web}, ports: [{name: a, port: 80}]}
                """);

        var answer = send(
                "PATCH",
                "/api/v1/namespaces/NS/services/web?fieldManager=bo",
                APPLY,
                "{'apiVersion':'v1','kind':'Service','metadata':{'name':'web'},"
                        + "'spec':{'ports':[{'name':'b','port':81,'protocol':'TCP'}]}}");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().at("/spec/ports").findValuesAsText("name")).containsExactlyInAnyOrder("a", "b");
    }
}
