package dev.understudy.simulated.node.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitContainersTest {
    private static Bench pod(String annotations, String policy, String init) {
        return new Bench(annotations, """
            restartPolicy: %s
            initContainers: %s
            containers: [{name: web, image: "web:1"}]
            """.formatted(policy, init));
    }

    private static final String TWO = "[{name: one, image: a}, {name: two, image: b}]";

    @Test
    void they_run_one_after_the_other_before_the_containers() {
        Bench bench = pod("", "Always", TWO);
        assertThat(bench.shows("one")).isEqualTo("PodInitializing");
        assertThat(bench.shows()).isEqualTo("PodInitializing");

        bench.pass("6s");
        assertThat(bench.shows("one")).isEqualTo("Running");
        assertThat(bench.shows("two")).isEqualTo("PodInitializing");
        assertThat(bench.phase()).isEqualTo("Pending");
        assertThat(bench.condition("Initialized"))
                .isEqualTo("False ContainersNotInitialized containers with incomplete status: [one two]");
        bench.pass("2s");
        assertThat(bench.shows("one")).isEqualTo("Completed");
        assertThat(bench.shows("two")).isEqualTo("Running");
        assertThat(bench.condition("Initialized"))
                .isEqualTo("False ContainersNotInitialized containers with incomplete status: [two]");
        bench.pass("2s");

        assertThat(bench.shows()).isEqualTo("Running");
        assertThat(bench.condition("Initialized")).isEqualTo("True");
        assertThat(bench.ready()).isTrue();
        assertThat(bench.container("one").path("ready").asBoolean()).isTrue();
    }

    @Test
    void one_that_fails_is_repeated_and_holds_the_others_up() {
        Bench bench = pod("simulated.understudy.dev/exits.one: 1 after 1s", "Always", TWO);

        bench.pass("30s");

        assertThat(bench.shows("one")).isEqualTo("CrashLoopBackOff");
        assertThat(bench.container("one").path("restartCount").asInt()).isPositive();
        assertThat(bench.shows("two")).isEqualTo("PodInitializing");
        assertThat(bench.phase()).isEqualTo("Pending");
    }

    @Test
    void a_pod_that_is_never_restarted_fails_with_its_initialisation() {
        Bench bench = pod("simulated.understudy.dev/exits.one: 1 after 1s", "Never", TWO);

        bench.pass("30s");

        assertThat(bench.phase()).isEqualTo("Failed");
        assertThat(bench.shows("one")).isEqualTo("Error");
    }

    @Test
    void a_sidecar_runs_on_beside_the_containers() {
        Bench bench = pod("", "Always", "[{name: proxy, image: p, restartPolicy: Always}, {name: two, image: b}]");

        bench.pass("1m");

        assertThat(bench.shows("proxy")).isEqualTo("Running");
        assertThat(bench.shows("two")).isEqualTo("Completed");
        assertThat(bench.ready()).isTrue();
    }

    @Test
    void a_sidecar_does_not_keep_a_finished_pod() {
        Bench bench = pod("", "Never", "[{name: proxy, image: p, restartPolicy: Always}]");

        bench.pass("1m");

        assertThat(bench.shows()).isEqualTo("Completed");
        assertThat(bench.phase()).isEqualTo("Succeeded");
        assertThat(bench.said("Killing")).containsExactly("Stopping container proxy");
        assertThat(bench.condition("Ready")).isEqualTo("False PodCompleted");
    }

    @Test
    void a_sidecar_that_crashes_is_started_again_whatever_the_policy() {
        Bench bench = pod(
                "simulated.understudy.dev/exits.proxy: 1 after 3s 1 times",
                "Never",
                "[{name: proxy, image: p, restartPolicy: Always}]");

        bench.pass("12s");

        assertThat(bench.container("proxy").path("restartCount").asInt()).isEqualTo(1);
        assertThat(bench.shows("proxy")).isEqualTo("Running");
        assertThat(bench.phase()).isEqualTo("Running");
    }
}
