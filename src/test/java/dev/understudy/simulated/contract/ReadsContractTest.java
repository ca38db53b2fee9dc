package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadsContractTest extends ServerContract {
    private static final String BAGS = "/api/v1/namespaces/NS/configmaps";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    @BeforeEach
    void fill() {
        for (String name : new String[] {"a", "b", "c"}) {
            post(
                    BAGS,
                    "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'" + name + "','labels':{'name':'" + name
                            + "','all':'yes'}},'data':{'k':'v'}}");
        }
    }

    private String names(String query) {
        return fetch(BAGS + query).body().path("items").findValuesAsText("name").toString();
    }

    @Test
    void objects_are_listed_by_name() {
        assertThat(names("?labelSelector=all%3Dyes&fieldSelector=metadata.name!%3Dx"))
                .isEqualTo("[a, a, b, b, c, c]");
    }

    @Test
    void labels_select_by_equality_sets_and_existence() {
        assertThat(fetch(BAGS + "?labelSelector=name%20in%20(a,b),all").body().path("items"))
                .hasSize(2);
        assertThat(fetch(BAGS + "?labelSelector=all,name!%3Da").body().path("items"))
                .hasSize(2);
        assertThat(fetch(BAGS + "?labelSelector=all,!name").body().path("items"))
                .isEmpty();
        assertThat(fetch(BAGS + "?labelSelector=name%20notin%20(a),all").body().path("items"))
                .hasSize(2);
    }

    @Test
    void a_label_selector_that_cannot_be_read_is_400() {
        var answer = fetch(BAGS + "?labelSelector=a%3D%3D%3Db");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).startsWith("unable to parse requirement");
    }

    @Test
    void a_field_selector_of_an_unknown_field_is_400() {
        var answer = fetch(BAGS + "?fieldSelector=data.k%3Dv");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("\"data.k\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }

    @Test
    void a_long_list_comes_in_pages() {
        JsonNode first = fetch(BAGS + "?limit=2&labelSelector=all").body();
        JsonNode second = fetch(BAGS + "?limit=2&labelSelector=all&continue="
                        + first.at("/metadata/continue").asText())
                .body();

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.at("/metadata/continue").asText()).isEmpty();
        assertThat(second.at("/metadata/resourceVersion")).isEqualTo(first.at("/metadata/resourceVersion"));
    }

    @Test
    void a_page_token_that_was_never_given_is_400() {
        var answer = fetch(BAGS + "?limit=2&continue=nonsense");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).startsWith("invalid continue token: continue key is not valid");
    }

    @Test
    void a_table_has_the_columns_that_kubectl_shows() {
        var table = Answer.to(client, "GET", BAGS.replace("NS", namespace) + "?labelSelector=all", TABLE, "");

        assertThat(table.body().path("kind").asText()).isEqualTo("Table");
        assertThat(table.body().path("columnDefinitions").findValuesAsText("name"))
                .containsExactly("Name", "Data", "Age");
        assertThat(table.body().path("rows")).hasSize(3);
        assertThat(table.body().at("/rows/0/cells/1").asInt()).isEqualTo(1);
        assertThat(table.body().at("/rows/0/object/kind").asText()).isEqualTo("PartialObjectMetadata");
    }

    @Test
    void what_is_not_there_is_404_with_a_status_that_names_it() {
        var answer = fetch(BAGS + "/nothing");

        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.body().path("kind").asText()).isEqualTo("Status");
        assertThat(answer.body().at("/details/name").asText()).isEqualTo("nothing");
        assertThat(answer.message()).isEqualTo("configmaps \"nothing\" not found");
    }

    @Test
    void a_version_that_is_too_new_is_refused() {
        var answer = fetch(BAGS + "?resourceVersion=999999999999&resourceVersionMatch=NotOlderThan&timeoutSeconds=1");

        assertThat(answer.code()).isEqualTo(504);
        assertThat(answer.message()).contains("Too large resource version");
    }
}
