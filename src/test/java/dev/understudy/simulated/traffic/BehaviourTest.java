package dev.understudy.simulated.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.simulated.store.Kinds;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {
    private static final String S = "simulated.understudy.dev/";

    private final StillCluster cluster = new StillCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    private Answer call(String service) {
        return cluster.traffic.answer(new Call("shop", service, "80", "GET", "/"));
    }

    @Test
    void an_app_without_a_key_that_it_needs_says_which() {
        cluster.app("shop", "web", S + "needs-config: 'settings/URL, secret:bank/token'");
        cluster.create(Kinds.CONFIG_MAP, "{metadata: {name: settings, namespace: shop}, data: {URL: x}}");

        assertThat(call("web").status()).isEqualTo(500);
        assertThat(call("web").body()).contains("missing key token of Secret bank");

        cluster.create(Kinds.SECRET, "{metadata: {name: bank, namespace: shop}, stringData: {token: x}}");
        assertThat(call("web").status()).isEqualTo(200);
    }

    @Test
    void a_share_of_requests_fails_and_no_more() {
        cluster.app("shop", "web", S + "errors: 5%");

        long failed = IntStream.range(0, 1000)
                .filter(_ -> call("web").status() == 500)
                .count();

        assertThat(failed).isBetween(45L, 55L);
    }

    @Test
    void an_answer_takes_as_long_as_the_calls_behind_it() {
        cluster.app("shop", "web", S + "depends-on: cache, " + S + "latency: 20ms");
        cluster.app("shop", "cache", S + "latency: 5ms");

        assertThat(call("web").latency()).isEqualTo(Duration.ofMillis(25));
    }

    @Test
    void a_dependency_that_is_only_used_can_be_lost() {
        cluster.app("shop", "web", S + "uses: hints");

        assertThat(call("web").status()).isEqualTo(200);
        assertThat(call("web").body()).contains("\"status\":\"degraded\"", "doing without: cannot reach hints");
    }

    @Test
    void a_dropped_call_makes_the_caller_slow_and_its_callers_too() {
        cluster.app("shop", "web", "'" + S + "depends-on': checkout, '" + S + "timeout': 3s");
        cluster.app("shop", "checkout", "'" + S + "depends-on': cache, '" + S + "timeout': 2s");
        cluster.app("shop", "cache", "");
        cluster.policy("shop", "closed", "{podSelector: {matchLabels: {app: cache}}}");

        Answer answer = call("web");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.latency()).isEqualTo(Duration.ofSeconds(2));
        assertThat(answer.body()).contains("cannot reach checkout: cannot reach cache: dial tcp ", ":80: i/o timeout");
    }

    @Test
    void a_caller_does_not_wait_longer_than_its_patience() {
        cluster.app("shop", "web", S + "depends-on: slow, " + S + "timeout: 500ms");
        cluster.app("shop", "slow", S + "latency: 2s");

        assertThat(call("web").status()).isEqualTo(504);
        assertThat(call("web").latency()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void a_ladder_of_calls_that_meet_again_is_worked_out_once() {
        int steps = 60;
        for (int step = 0; step < steps; step++) {
            String next = step + 1 < steps ? S + "depends-on: 'left-" + (step + 1) + ", right-" + (step + 1) + "'" : "";
            cluster.app("shop", "left-" + step, next).app("shop", "right-" + step, next);
        }

        assertThat(call("left-0").status()).isEqualTo(200);
    }

    @Test
    void calls_in_a_circle_end() {
        cluster.app("shop", "hen", S + "depends-on: egg").app("shop", "egg", S + "depends-on: hen");

        assertThat(call("hen").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b d", "a d b", "b a d", "b d a", "d a b", "d b a"})
    void a_failure_in_a_circle_reaches_all_of_it_whoever_is_asked_first(String order) {
        cluster.app("shop", "a", S + "depends-on: 'b, c', " + S + "latency: 10ms")
                .app("shop", "b", S + "depends-on: d")
                .app("shop", "d", S + "depends-on: a");

        assertThat(order.split(" "))
                .allSatisfy(name -> assertThat(call(name).status()).isEqualTo(503));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hen egg", "egg hen"})
    void an_answer_in_a_circle_takes_one_round_whoever_is_asked_first(String order) {
        cluster.app("shop", "hen", S + "depends-on: egg, " + S + "latency: 20ms")
                .app("shop", "egg", S + "depends-on: hen, " + S + "latency: 5ms");

        assertThat(order.split(" "))
                .allSatisfy(name -> assertThat(call(name).latency()).isEqualTo(Duration.ofMillis(25)));
    }
}
