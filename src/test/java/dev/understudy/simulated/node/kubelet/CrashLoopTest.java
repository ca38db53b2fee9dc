package dev.understudy.simulated.node.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrashLoopTest {
    private static String exits(String how) {
        return "simulated.understudy.dev/exits: \"" + how + "\"";
    }

    @Test
    void waits_ten_seconds_and_twice_as_long_each_time_up_to_five_minutes() {
        Bench bench = Bench.running(exits("1 after 1s"), "");
        List<Long> waits = new ArrayList<>();
        bench.until("Error");

        for (int crash = 0; crash < 7; crash++) {
            bench.until("CrashLoopBackOff");
            waits.add(bench.until("Running").toSeconds());
        }

        // a wait counts from the crash, and a crash is seen for a second before it is waited for
        assertThat(waits).containsExactly(9L, 19L, 39L, 79L, 159L, 299L, 299L);
    }

    @Test
    void restarts_at_once_after_the_first_crash() {
        Bench bench = Bench.running(exits("1 after 1s"), "");
        bench.until("Error");

        Duration wait = bench.until("Running");

        assertThat(wait).isEqualTo(Duration.ofSeconds(1));
        assertThat(bench.web().path("restartCount").asInt()).isEqualTo(1);
        assertThat(bench.web().at("/lastState/terminated/exitCode").asInt()).isEqualTo(1);
    }

    @Test
    void says_for_whom_and_how_long_it_waits() {
        Bench bench = Bench.running(exits("1"), "");

        bench.until("CrashLoopBackOff");

        assertThat(bench.web().at("/state/waiting/message").asText())
                .isEqualTo("back-off 10s restarting failed container=web pod=web_shop(u-1)");
        assertThat(bench.said("BackOff"))
                .containsExactly("Back-off restarting failed container web in pod web_shop(u-1)");
        assertThat(bench.phase()).isEqualTo("Running");
        assertThat(bench.condition("Ready"))
                .isEqualTo("False ContainersNotReady containers with unready status: [web]");
    }

    @Test
    void forgets_earlier_crashes_after_ten_minutes_of_running() {
        Bench bench = Bench.running(exits("1 after 1s"), "");
        bench.until("CrashLoopBackOff");
        bench.until("Running");
        bench.until("CrashLoopBackOff");
        bench.annotate("exits", "1 after 11m");
        bench.until("Running");
        bench.until("Error");

        Duration wait = bench.until("Running");

        assertThat(wait).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_crash_that_is_declared_for_some_lives_ends_by_itself() {
        Bench bench = Bench.running(exits("3 after 1s 2 times"), "");

        bench.pass("1h");

        assertThat(bench.shows()).isEqualTo("Running");
        assertThat(bench.web().path("restartCount").asInt()).isEqualTo(2);
        assertThat(bench.web().at("/lastState/terminated/exitCode").asInt()).isEqualTo(3);
    }

    @Test
    void a_crash_for_want_of_a_key_ends_when_the_key_is_there() {
        Bench bench = Bench.running(exits("1 while missing shop-config/DATABASE_URL"), "");
        bench.until("CrashLoopBackOff");
        bench.put("configmap/shop-config", "DATABASE_URL");

        bench.pass("10m");

        assertThat(bench.shows()).isEqualTo("Running");
        assertThat(bench.ready()).isTrue();
    }

    @Test
    void the_wait_begins_anew_with_another_image() {
        Bench bench = Bench.running(exits("1 after 1s"), "");
        bench.until("CrashLoopBackOff");
        ((ObjectNode) bench.pod.at("/spec/containers/0")).put("image", "web:2");

        bench.look();

        assertThat(bench.shows()).isEqualTo("Running");
    }

    @Test
    void a_steady_container_is_not_looked_at() {
        Bench bench = Bench.running("", "");
        int before = bench.looks;

        bench.pass("24h");

        assertThat(bench.looks).isEqualTo(before);
    }
}
