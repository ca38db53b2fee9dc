package dev.understudy.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Objects;
import dev.understudy.simulated.store.Writer;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchingTest extends ServerTest {
    /** The one object that these tests are about: the namespace has a config map of its own. */
    private static final String FIRST = CONFIG_MAPS + "?fieldSelector=metadata.name%3Dfirst";

    private static JsonNode next(Iterator<String> lines) {
        return RawClient.json(lines.next());
    }

    @Test
    void begins_with_what_is_there_and_goes_on_with_what_changes() {
        admin.post(CONFIG_MAPS, "{'metadata':{'name':'first'}}");
        try (Stream<String> lines = admin.lines(FIRST + "&watch=true")) {
            Iterator<String> events = lines.iterator();
            JsonNode there = next(events);
            admin.patch(CONFIG_MAPS + "/first", MERGE_PATCH, "{'data':{'a':'b'}}");
            JsonNode changed = next(events);
            admin.delete(CONFIG_MAPS + "/first");
            JsonNode gone = next(events);

            assertThat(there.path("type").asText()).isEqualTo("ADDED");
            assertThat(changed.path("type").asText()).isEqualTo("MODIFIED");
            assertThat(changed.at("/object/data/a").asText()).isEqualTo("b");
            assertThat(gone.path("type").asText()).isEqualTo("DELETED");
        }
    }

    @Test
    void goes_on_from_a_version_without_a_gap() {
        String version =
                admin.get(CONFIG_MAPS).body().at("/metadata/resourceVersion").asText();
        admin.post(CONFIG_MAPS, "{'metadata':{'name':'missed'}}");

        try (Stream<String> lines = admin.lines(CONFIG_MAPS + "?watch=1&resourceVersion=" + version)) {
            JsonNode first = next(lines.iterator());

            assertThat(first.path("type").asText()).isEqualTo("ADDED");
            assertThat(first.at("/object/metadata/name").asText()).isEqualTo("missed");
        }
    }

    @Test
    void says_when_a_version_is_too_old() {
        for (int i = 0; i < 4_200; i++) {
            cluster.store().update(Kinds.CONFIG_MAP, counter(i), Writer.updating("test"));
        }
        try (Stream<String> lines = admin.lines(CONFIG_MAPS + "?watch=1&resourceVersion=1")) {
            JsonNode error = next(lines.iterator());

            assertThat(error.path("type").asText()).isEqualTo("ERROR");
            assertThat(error.at("/object/code").asInt()).isEqualTo(410);
            assertThat(error.at("/object/reason").asText()).isEqualTo("Expired");
        }
    }

    @Test
    void an_object_that_leaves_the_selection_is_deleted_for_the_watcher() {
        admin.post(CONFIG_MAPS, "{'metadata':{'name':'x','labels':{'tier':'web'}}}");
        try (Stream<String> lines = admin.lines(CONFIG_MAPS + "?watch=1&labelSelector=tier%3Dweb")) {
            Iterator<String> events = lines.iterator();
            next(events);
            admin.patch(CONFIG_MAPS + "/x", MERGE_PATCH, "{'metadata':{'labels':{'tier':'db'}}}");

            assertThat(next(events).path("type").asText()).isEqualTo("DELETED");
        }
    }

    @Test
    void ends_after_the_time_that_the_client_wants() {
        try (Stream<String> lines = admin.lines(FIRST + "&watch=1&timeoutSeconds=1")) {
            assertThat(lines.count()).isZero();
        }
    }

    @Test
    void marks_the_end_of_the_first_objects_for_a_client_that_wants_it() {
        String query = "&watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";
        try (Stream<String> lines = admin.lines(FIRST + query)) {
            JsonNode mark = next(lines.iterator());

            assertThat(mark.path("type").asText()).isEqualTo("BOOKMARK");
            assertThat(mark.at("/object/metadata/annotations/k8s.io~1initial-events-end")
                            .asText())
                    .isEqualTo("true");
        }
    }

    private ObjectNode counter(int value) {
        ObjectNode counter = Objects.configMap("shop", "counter");
        if (value == 0) {
            cluster.store().create(Kinds.CONFIG_MAP, counter, Writer.updating("test"));
        }
        counter.withObjectProperty("data").put("value", Integer.toString(value));
        return counter;
    }
}
