package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.reconcile.ControlLoop;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConflictTest {
    private final HandClock clock = new HandClock();

    @Test
    void a_conflict_in_the_middle_is_retried_on_what_is_there_by_then() throws Exception {
        try (var store = new MemoryStore(clock)) {
            create(store);
            var stamper = new Stamper(store);

            try (var loop = new ControlLoop(store, clock, List.of(stamper))) {
                loop.start();
                eventually(() -> {
                    ObjectNode found = stamper.read(store);
                    assertThat(Marks.label(found, "stamped")).isEqualTo("yes");
                    assertThat(Marks.label(found, "person")).isEqualTo("was-here");
                });
            }
            assertThat(stamper.attempts).isEqualTo(2);
        }
    }

    private static void create(MemoryStore store) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("apiVersion", "v1").put("kind", "Namespace");
        draft.putObject("metadata").put("name", "shop");
        store.create(Kinds.NAMESPACE, draft, Writer.updating("test"));
    }

    /** Labels a namespace, with a person writing between its first read and its write. */
    private static final class Stamper implements Reconciler {
        private final MemoryStore store;
        private int attempts;

        Stamper(MemoryStore store) {
            this.store = store;
        }

        @Override
        public Collection<Key> concernedBy(StoreEvent event) {
            return event.before() == null && Meta.name(event.object()).equals("shop")
                    ? List.of(Key.of(Kinds.NAMESPACE, event.object()))
                    : List.of();
        }

        @Override
        public Optional<Instant> reconcile(Key key) {
            ObjectNode object = read(store);
            if (attempts++ == 0) {
                label(read(store), "person", "was-here", "kubectl");
            }
            label(object, "stamped", "yes", "stamper");
            return Optional.empty();
        }

        private void label(ObjectNode object, String key, String value, String manager) {
            object.withObjectProperty("metadata").withObjectProperty("labels").put(key, value);
            store.update(Kinds.NAMESPACE, object, Writer.updating(manager));
        }

        ObjectNode read(MemoryStore from) {
            return from.get(Kinds.NAMESPACE, "", "shop").orElseThrow();
        }
    }
}
