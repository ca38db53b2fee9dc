package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WritesContractTest extends ServerContract {
    private static final String BAGS = "/api/v1/namespaces/NS/configmaps";
    private static final String BAG = BAGS + "/bag";
    private static final String NEW =
            "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'bag'},'data':{'a':'1'}}";

    @Test
    void what_is_there_cannot_be_created_again() {
        post(BAGS, NEW);

        var answer = post(BAGS, NEW);

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.reason()).isEqualTo("AlreadyExists");
        assertThat(answer.message()).isEqualTo("configmaps \"bag\" already exists");
    }

    @Test
    void a_dry_run_answers_as_if_and_stores_nothing() {
        var answer = post(BAGS + "?dryRun=All", NEW);

        assertThat(answer.code()).isEqualTo(201);
        assertThat(answer.body().at("/metadata/uid").asText()).isNotEmpty();
        assertThat(fetch(BAG).code()).isEqualTo(404);
    }

    @Test
    void an_unknown_dry_run_is_refused() {
        var answer = post(BAGS + "?dryRun=Some", NEW);

        assertThat(answer.code()).isEqualTo(422);
    }

    @Test
    void an_unknown_field_is_refused_where_strictness_is_asked_for() {
        var answer = post(BAGS + "?fieldValidation=Strict", NEW.replace("'data'", "'dtaa'"));

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error:"
                        + " unknown field \"dtaa\"");
    }

    @Test
    void an_unknown_field_is_dropped_with_a_warning_otherwise() {
        var answer = post(BAGS, NEW.replace("'data'", "'dtaa'"));

        assertThat(answer.code()).isEqualTo(201);
        assertThat(answer.body().has("dtaa")).isFalse();
        assertThat(answer.warnings()).singleElement().asString().contains("unknown field \\\"dtaa\\\"");
    }

    @Test
    void an_unknown_field_is_dropped_in_silence_where_that_is_asked_for() {
        var answer = post(BAGS + "?fieldValidation=Ignore", NEW.replace("'data'", "'dtaa'"));

        assertThat(answer.code()).isEqualTo(201);
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void a_field_that_stands_twice_is_refused_where_strictness_is_asked_for() {
        var answer = post(BAGS + "?fieldValidation=Strict", NEW.replace("'data':{", "'data':{'a':'0',"));

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).endsWith("strict decoding error: duplicate field \"data.a\"");
    }

    @Test
    void a_body_that_is_not_json_is_400() {
        var answer = post(BAGS, "{'apiVersion':");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo("BadRequest");
    }

    @Test
    void a_body_of_another_kind_is_400() {
        var answer = post(BAGS, "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'bag'}}");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).contains("Secret in version \"v1\" cannot be handled as a ConfigMap");
    }

    @Test
    void a_value_of_the_wrong_type_is_400() {
        var answer = post(BAGS, NEW.replace("'1'", "1"));

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot unmarshal number"
                        + " into Go struct field ConfigMap.data of type string");
    }

    @Test
    void a_media_type_that_is_not_known_is_415() {
        var answer = send("POST", BAGS, "text/plain", NEW);

        assertThat(answer.code()).isEqualTo(415);
    }

    @Test
    void a_body_may_be_yaml() {
        var answer = send("POST", BAGS, "application/yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bag}\n");

        assertThat(answer.code()).isEqualTo(201);
    }

    @Test
    void an_object_without_a_name_is_refused() {
        var answer = post(BAGS, "{'apiVersion':'v1','kind':'ConfigMap','metadata':{}}");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo(
                        "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required");
    }

    @Test
    void a_generated_name_has_five_characters_more() {
        var answer = post(BAGS, "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'generateName':'bag-'}}");

        assertThat(answer.body().at("/metadata/name").asText()).matches("bag-[a-z0-9]{5}");
    }

    @Test
    void a_name_that_no_object_may_have_is_refused() {
        var answer = post(BAGS, NEW.replace("'bag'", "'Bag_'"));

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message())
                .startsWith(
                        "ConfigMap \"Bag_\" is invalid: metadata.name: Invalid value: \"Bag_\": a lowercase RFC 1123"
                                + " subdomain must consist of");
    }

    @Test
    void an_update_of_an_older_version_is_a_conflict() {
        String old = post(BAGS, NEW).body().at("/metadata/resourceVersion").asText();
        send("PATCH", BAG, "application/merge-patch+json", "{'data':{'a':'2'}}");

        var answer = put(BAG, NEW.replace("'name'", "'resourceVersion':'" + old + "','name'"));

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.reason()).isEqualTo("Conflict");
    }

    @Test
    void an_update_of_another_object_of_the_same_name_is_a_conflict() {
        post(BAGS, NEW);

        var answer = put(BAG, NEW.replace("'name'", "'uid':'11111111-2222-3333-4444-555555555555','name'"));

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.message()).contains("Precondition failed: UID in precondition:");
    }

    @Test
    void an_update_of_what_is_not_there_is_404() {
        var answer = put(BAG, NEW);

        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("configmaps \"bag\" not found");
    }

    @Test
    void a_huge_object_is_refused() {
        var answer = post(BAGS, NEW.replace("'1'", "'" + "x".repeat(1_100_000) + "'"));

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message()).contains("Too long: may not be more than 1048576 bytes");
    }

    @Test
    void a_huge_request_is_413() {
        var answer = post(BAGS, NEW.replace("'1'", "'" + "x".repeat(4_000_000) + "'"));

        assertThat(answer.code()).isEqualTo(413);
        assertThat(answer.reason()).isEqualTo("RequestEntityTooLarge");
    }

    @Test
    void a_kind_that_is_not_served_is_404() {
        var answer = fetch("/apis/nothing.example/v1/namespaces/NS/things");

        assertThat(answer.code()).isEqualTo(404);
    }
}
