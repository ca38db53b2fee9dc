package dev.understudy.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long lists, asked for by a plain HTTP client. */
class PagesTest extends ServerTest {
    private static final Writer TEST = Writer.updating("test");

    @Test
    void hands_out_two_and_a_half_thousand_objects_each_exactly_once() {
        createConfigMaps(2_500);
        List<String> names = new ArrayList<>();
        String token = "";

        do {
            JsonNode page = admin.get(CONFIG_MAPS + "?labelSelector=long&limit=500&continue=" + token)
                    .body();
            page.path("items")
                    .forEach(item -> names.add(item.at("/metadata/name").asText()));
            token = page.at("/metadata/continue").asText("");
        } while (!token.isEmpty());

        assertThat(names).hasSize(2_500).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void says_when_a_list_is_forgotten_and_how_to_go_on_with_the_objects_as_they_are() {
        createConfigMaps(4);
        String list = CONFIG_MAPS + "?labelSelector=long&limit=2";
        String token = admin.get(list).body().at("/metadata/continue").asText();
        for (int i = 0; i < 20; i++) {
            admin.get(list);
        }

        RawClient.Answer forgotten = admin.get(list + "&continue=" + token);
        String onward = forgotten.body().at("/metadata/continue").asText();

        assertThat(forgotten.status()).isEqualTo(410);
        assertThat(forgotten.body().path("reason").asText()).isEqualTo("Expired");
        assertThat(forgotten.message()).startsWith("The provided continue parameter is too old");
        assertThat(admin.get(list + "&continue=" + onward).body().path("items")).hasSize(2);
    }

    private void createConfigMaps(int count) {
        for (int i = 0; i < count; i++) {
            String name = "'name':'c-%05d'".formatted(i);
            var object = RawClient.json("{'metadata':{'namespace':'shop',%s,'labels':{'long':'yes'}}}"
                    .formatted(name)
                    .replace('\'', '"'));
            cluster.store().create(Kinds.CONFIG_MAP, (ObjectNode) object, TEST);
        }
    }
}
