package dev.understudy.simulated.node.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final String LIMIT = "resources: {limits: {memory: 128Mi}}";

    private static String uses(String memory) {
        return "simulated.understudy.dev/memory: " + memory;
    }

    @Test
    void a_container_above_its_limit_is_killed_and_loops() {
        Bench bench = Bench.running(uses("180Mi"), LIMIT);

        bench.until("CrashLoopBackOff");

        assertThat(bench.web().at("/lastState/terminated/reason").asText()).isEqualTo("OOMKilled");
        assertThat(bench.web().at("/lastState/terminated/exitCode").asInt()).isEqualTo(137);
    }

    @Test
    void a_container_at_its_limit_or_without_one_lives() {
        Bench within = Bench.running(uses("128Mi"), LIMIT).pass("1h");
        Bench without = Bench.running(uses("128Gi"), "").pass("1h");

        assertThat(within.shows()).isEqualTo("Running");
        assertThat(without.shows()).isEqualTo("Running");
    }

    @Test
    void a_container_that_declares_nothing_needs_as_much_as_the_metrics_tell() {
        assertThat(Bench.running("", "resources: {limits: {memory: 32Mi}}")
                        .pass("1h")
                        .shows())
                .isEqualTo("Running");
        Bench squeezed = Bench.running("", "resources: {limits: {memory: 16Mi}}");

        squeezed.until("CrashLoopBackOff");

        assertThat(squeezed.web().at("/lastState/terminated/reason").asText()).isEqualTo("OOMKilled");
    }

    @Test
    void a_leak_takes_its_time_in_each_life() {
        Bench bench = Bench.running(uses("180Mi after 30s"), LIMIT);

        assertThat(bench.until("OOMKilled")).hasSeconds(30);
        bench.until("Running");
        assertThat(bench.until("OOMKilled")).hasSeconds(30);
    }

    @Test
    void a_container_recovers_when_it_uses_less() {
        Bench bench = Bench.running(uses("180Mi"), LIMIT);
        bench.until("CrashLoopBackOff");
        bench.annotate("memory", "90Mi");

        bench.pass("10s");

        assertThat(bench.ready()).isTrue();
    }
}
