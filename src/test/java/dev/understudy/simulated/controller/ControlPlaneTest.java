package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.Worlds;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.store.Kinds;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ControlPlaneTest {
    @Test
    void leaves_no_thread_when_it_is_closed() {
        var cluster = new SmallCluster().with(Worlds.web(2));
        cluster.untilAvailable("web", 2);
        assertThat(threads()).isEqualTo(1);

        cluster.close();

        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("simulated-control-plane"))
                .count();
    }

    @Test
    void brings_up_two_hundred_pods() {
        try (var cluster = new SmallCluster().with(Worlds.web(200))) {
            cluster.untilAvailable("web", 200);

            assertThat(cluster.pods()).hasSize(200).allMatch(pod -> Condition.isTrue(pod, "Ready"));
        }
    }

    @Test
    void brings_up_the_whole_shop() {
        try (var cluster = new SmallCluster().with(Worlds.shop())) {
            eventually(() -> {
                assertThat(cluster.pods()).hasSize(19).allMatch(pod -> Condition.isTrue(pod, "Ready"));
                assertThat(cluster.call("checkout").status()).isEqualTo(200);
            });

            cluster.expect(Kinds.DISRUPTION_BUDGET, "payments", budget -> {
                assertThat(budget.at("/status/disruptionsAllowed").asInt()).isEqualTo(1);
                assertThat(budget.at("/status/currentHealthy").asInt()).isEqualTo(2);
            });
        }
    }

    @Test
    void a_new_control_plane_takes_over_where_the_last_one_stopped() {
        try (var cluster = new SmallCluster().with(Worlds.web(2))) {
            cluster.untilAvailable("web", 2);
            cluster.plane.close();
            cluster.scale("web", 3);

            try (var second = new ControlPlane(cluster.store, InstantSource.system(), Pace.DEFAULT.scaled(0))) {
                second.start();
                cluster.untilAvailable("web", 3);
            }
        }
    }
}
