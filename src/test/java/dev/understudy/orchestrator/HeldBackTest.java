package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.drill.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HeldBackTest {
    private static final Change POD =
            new Change.RemovePod(new ObjectRef(ResourceType.POD, "shop", "payments-1"), "uid", true);

    private final Queue<Runnable> worker = new ConcurrentLinkedQueue<>();
    private final List<Signal> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    private HeldBack heldBack() {
        HeldBack heldBack = new HeldBack(
                "drain",
                change -> {
                    asked.incrementAndGet();
                    return new Applied.HeldBack(change, "the budget has no room");
                },
                worker::add,
                (signal, _) -> told.add(signal));
        heldBack.add(List.of(POD));
        return heldBack;
    }

    @Test
    void never_more_than_one_round_waits_before_an_undo() {
        HeldBack heldBack = heldBack();

        Awaitility.await().pollDelay(Duration.ofSeconds(5)).until(() -> !worker.isEmpty());

        assertThat(worker).hasSize(1);
        heldBack.stop();
    }

    @Test
    void nothing_is_asked_for_once_the_drill_is_over_for_the_responders() {
        HeldBack heldBack = heldBack();
        Awaitility.await().until(() -> !worker.isEmpty());

        heldBack.stop();
        worker.remove().run();

        assertThat(asked).hasValue(0);
    }

    @Test
    void what_stayed_is_told_at_the_end_once() {
        HeldBack heldBack = heldBack();

        heldBack.end();
        heldBack.end();

        assertThat(told).singleElement().asString().contains("never evicted").contains("Pod shop/payments-1");
    }
}
