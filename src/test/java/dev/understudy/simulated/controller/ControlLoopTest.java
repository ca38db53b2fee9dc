package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.reconcile.ControlLoop;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ControlLoopTest {
    private final HandClock clock = new HandClock();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void a_reconciler_that_fails_at_a_change_does_not_end_the_others() throws Exception {
        Reconciler broken = reconciler(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                Optional::empty);

        assertOthersWorkBeside(broken);
    }

    @Test
    void an_error_while_reconciling_does_not_end_the_others() throws Exception {
        Reconciler broken = reconciler(() -> KEYS, () -> {
            throw new StackOverflowError("on purpose");
        });

        assertOthersWorkBeside(broken);
    }

    @Test
    void closing_before_the_start_is_harmless() throws Exception {
        try (var store = new MemoryStore(clock)) {
            var loop = new ControlLoop(store, clock, List.of());

            assertThatCode(loop::close).doesNotThrowAnyException();
        }
    }

    private static final List<Key> KEYS = List.of(new Key(Kinds.NAMESPACE, "", "shop"));

    private void assertOthersWorkBeside(Reconciler broken) throws Exception {
        try (var store = new MemoryStore(clock)) {
            Reconciler other = reconciler(() -> KEYS, () -> {
                seen.add("again");
                return Optional.empty();
            });
            try (var loop = new ControlLoop(store, clock, List.of(broken, other))) {
                loop.start();
                create(store, "one");
                eventually(() -> assertThat(seen).hasSize(1));
                create(store, "two");
                eventually(() -> assertThat(seen).hasSize(2));
            }
        }
    }

    private static void create(MemoryStore store, String name) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("apiVersion", "v1").put("kind", "Namespace");
        draft.putObject("metadata").put("name", name);
        store.create(Kinds.NAMESPACE, draft, Writer.updating("test"));
    }

    private static Reconciler reconciler(Supplier<Collection<Key>> concerned, Supplier<Optional<Instant>> step) {
        return new Reconciler() {
            @Override
            public Collection<Key> concernedBy(StoreEvent event) {
                return concerned.get();
            }

            @Override
            public Optional<Instant> reconcile(Key key) {
                return step.get();
            }
        };
    }
}
