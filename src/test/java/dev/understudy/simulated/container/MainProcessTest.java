package dev.understudy.simulated.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.traffic.Traffic;
import dev.understudy.simulated.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MainProcessTest {
    private static final String POD = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec: {containers: [{name: main, image: "busybox:1", stdin: true, tty: true}]}
            """;

    private final HandClock clock = new HandClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final CountDownLatch printed = new CountDownLatch(1);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_shell_that_somebody_types_into_ends_when_it_is_killed() throws Exception {
        MainProcess shell = new MainProcess(container(), new Logbook(clock));
        shell.attach(client());
        shell.start(world(), List.of("sh"), ended::complete);
        shell.input().add("echo on; sleep infinity\n".getBytes(StandardCharsets.UTF_8));
        shell.input().add("sleep infinity\n".getBytes(StandardCharsets.UTF_8));
        assertThat(printed.await(30, TimeUnit.SECONDS)).isTrue();

        shell.kill();

        assertThat(ended.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    private MainProcess.Client client() {
        return new MainProcess.Client() {
            @Override
            public void show(byte[] part) {
                if (new String(part, StandardCharsets.UTF_8).startsWith("on")) {
                    printed.countDown();
                }
            }

            @Override
            public void ended(int code) {
                // the listener given at the start hears of it too
            }
        };
    }

    private Surroundings world() {
        return new Surroundings(store, new Traffic(store), clock, (container, code) -> {}, pod -> "token", "authority");
    }

    private Container container() {
        World.read(POD, "web.yaml").apply(store);
        ObjectNode pod = store.get(Kinds.POD, "shop", "web").orElseThrow();
        return Container.find(pod, "main").orElseThrow();
    }
}
