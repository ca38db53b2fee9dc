package dev.understudy.simulated.node.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeavingTest {
    private static int code(Bench bench) {
        return bench.web().at("/state/terminated/exitCode").asInt();
    }

    @Test
    void a_deleted_container_is_told_to_end_and_does_so_soon() {
        Bench bench = Bench.running("", "");
        bench.delete(30);
        assertThat(bench.said("Killing")).containsExactly("Stopping container web");
        assertThat(bench.ready()).isTrue();

        bench.pass("1500ms");

        assertThat(bench.shows()).isEqualTo("Error");
        assertThat(code(bench)).isEqualTo(143);
        assertThat(bench.phase()).isEqualTo("Failed");
    }

    @Test
    void a_hook_delays_the_end() {
        Bench bench = Bench.running("", "lifecycle: {preStop: {exec: {command: [sleep, '10']}}}");
        bench.delete(30);

        assertThat(bench.pass("11s").shows()).isEqualTo("Running");
        assertThat(bench.pass("1s").shows()).isEqualTo("Error");
    }

    @Test
    void a_process_that_does_not_listen_is_killed_after_its_grace_period() {
        Bench bench = Bench.running("simulated.understudy.dev/stops-after: 2m", "");
        bench.delete(30);

        assertThat(bench.pass("29s").shows()).isEqualTo("Running");
        bench.pass("1s");
        assertThat(code(bench)).isEqualTo(137);
    }

    @Test
    void a_second_deletion_may_shorten_the_grace_period() {
        Bench bench = Bench.running("simulated.understudy.dev/stops-after: 2m", "");
        bench.delete(60);
        bench.pass("5s");
        bench.delete(10);

        assertThat(bench.pass("5s").shows()).isEqualTo("Error");
        assertThat(bench.said("Killing")).hasSize(1);
    }

    @Test
    void nothing_is_started_again_in_a_pod_that_is_deleted() {
        Bench bench = Bench.running("simulated.understudy.dev/exits: 1", "");
        bench.until("CrashLoopBackOff");
        bench.delete(30);

        bench.pass("10m");

        assertThat(bench.shows()).isEqualTo("CrashLoopBackOff");
    }
}
