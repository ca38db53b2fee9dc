package dev.understudy.simulated.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Writer;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private final HandClock clock = new HandClock();

    @Test
    void combines_similar_remarks_from_the_tenth_on() throws Exception {
        try (var store = new MemoryStore(clock)) {
            var recorder = new Recorder(store, clock);
            ObjectNode about = namespace(store, "default");

            for (int i = 1; i <= 30; i++) {
                recorder.record(about, Remark.warning("test", "FailedCreate", "pod " + i));
            }
            recorder.record(about, Remark.warning("test", "Other", "another matter"));

            var events = store.list(Kinds.EVENT, "default");
            assertThat(events).hasSize(11);
            assertThat(events)
                    .filteredOn(event -> event.path("count").asInt() == 21)
                    .singleElement()
                    .extracting(event -> event.path("message").asText())
                    .isEqualTo("(combined from similar events): pod 30");
        }
    }

    private static ObjectNode namespace(MemoryStore store, String name) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("apiVersion", "v1").put("kind", "Namespace");
        draft.putObject("metadata").put("name", name);
        return store.create(Kinds.NAMESPACE, draft, Writer.updating("test"));
    }
}
