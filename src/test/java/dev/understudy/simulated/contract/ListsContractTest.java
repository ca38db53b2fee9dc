package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListsContractTest extends ServerContract {
    private static final String PATH = "/api/v1/namespaces/NS/configmaps";

    @BeforeEach
    void createFive() {
        for (String name : new String[] {"a", "b", "c", "d", "e"}) {
            create("--- {apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + ", labels: {of: mine}}}");
        }
    }

    @Test
    void later_pages_of_a_list_show_the_objects_as_they_were_at_the_first() {
        JsonNode first = get(PATH + "?labelSelector=of%3Dmine&limit=2");
        client.configMaps().inNamespace(namespace).withName("d").delete();
        create("--- {apiVersion: v1, kind: ConfigMap, metadata: {name: cc, labels: {of: mine}}}");

        JsonNode second = get(PATH + "?labelSelector=of%3Dmine&limit=5&continue="
                + first.at("/metadata/continue").asText());

        assertThat(first.path("items").findValuesAsText("name")).contains("a", "b");
        assertThat(second.path("items").findValuesAsText("name"))
                .contains("c", "d", "e")
                .doesNotContain("cc");
        assertThat(second.at("/metadata/resourceVersion")).isEqualTo(first.at("/metadata/resourceVersion"));
    }

    @Test
    void a_limited_list_counts_what_remains_unless_a_selector_narrows_it() {
        JsonNode whole = get(PATH + "?limit=2");
        JsonNode narrowed = get(PATH + "?labelSelector=of%3Dmine&limit=2");

        assertThat(whole.at("/metadata/remainingItemCount").asInt())
                .isEqualTo(get(PATH).path("items").size() - 2);
        assertThat(narrowed.path("metadata").has("remainingItemCount")).isFalse();
    }
}
