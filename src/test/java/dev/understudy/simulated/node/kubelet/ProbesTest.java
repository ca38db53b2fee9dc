package dev.understudy.simulated.node.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final String PORTS = "ports: [{name: http, containerPort: 8080}]\n";
    private static final String HTTP = "httpGet: {path: /healthz, port: http}";

    private static String trait(String name, String value) {
        return "simulated.understudy.dev/" + name + ": \"" + value + "\"";
    }

    @Test
    void a_container_without_probes_is_ready_when_it_runs() {
        assertThat(Bench.running("", "").ready()).isTrue();
    }

    @Test
    void a_readiness_probe_is_first_made_after_its_delay() {
        Bench bench = Bench.running("", PORTS + "readinessProbe: {initialDelaySeconds: 20, " + HTTP + "}");

        assertThat(bench.pass("19s").ready()).isFalse();
        assertThat(bench.pass("1s").ready()).isTrue();
    }

    @Test
    void a_container_is_unready_after_as_many_failures_as_its_threshold_says() {
        Bench bench = Bench.running(
                trait("readiness", "fails after 60s for 60s"),
                PORTS + "readinessProbe: {periodSeconds: 5, failureThreshold: 3, successThreshold: 2, " + HTTP + "}");

        // probed 3 s after the start and every 5 s: the first failure is found at 63 s, the third at 73 s
        assertThat(bench.pass("72s").ready()).isTrue();
        assertThat(bench.pass("1s").ready()).isFalse();
        assertThat(bench.said("Unhealthy"))
                .hasSize(3)
                .containsOnly("Readiness probe failed: HTTP probe failed with statuscode: 503");
        assertThat(bench.web().path("restartCount").asInt()).isZero();
        // well again at 120 s: found at 123 s and 128 s
        assertThat(bench.pass("54s").ready()).isFalse();
        assertThat(bench.pass("1s").ready()).isTrue();
    }

    @Test
    void nobody_listens_on_the_first_port_even_where_none_is_declared() {
        Bench any = Bench.running("", "readinessProbe: {tcpSocket: {port: 2}}").pass("1h");
        Bench first =
                Bench.running("", "readinessProbe: {tcpSocket: {port: 1}}").pass("1h");

        assertThat(any.ready()).isTrue();
        assertThat(first.ready()).isFalse();
    }

    @Test
    void a_port_that_nobody_listens_on_refuses_the_probe() {
        Bench bench = Bench.running("", PORTS + "readinessProbe: {httpGet: {path: /healthz, port: 9999}}");

        bench.pass("1h");

        assertThat(bench.ready()).isFalse();
        assertThat(bench.said("Unhealthy"))
                .hasSize(3)
                .containsOnly("Readiness probe failed: Get \"http://10.244.0.2:9999/healthz\": dial tcp"
                        + " 10.244.0.2:9999: connect: connection refused");
    }

    @Test
    void an_answer_that_takes_longer_than_the_timeout_counts_as_none() {
        Bench bench =
                Bench.running(trait("latency", "1500ms"), PORTS + "readinessProbe: {timeoutSeconds: 1, " + HTTP + "}");

        bench.pass("3s");

        assertThat(bench.said("Unhealthy"))
                .containsExactly("Readiness probe failed: Get \"http://10.244.0.2:8080/healthz\": context deadline"
                        + " exceeded (Client.Timeout exceeded while awaiting headers)");
    }

    @Test
    void a_container_that_fails_its_liveness_probe_is_ended_gracefully_and_started_again() {
        Bench bench = Bench.running(
                trait("liveness", "fails after 30s"), PORTS + "livenessProbe: {periodSeconds: 10, " + HTTP + "}");

        bench.pass("55s");
        assertThat(bench.said("Killing")).containsExactly("Container web failed liveness probe, will be restarted");
        bench.pass("5s");

        assertThat(bench.shows()).isEqualTo("Running");
        assertThat(bench.web().path("restartCount").asInt()).isEqualTo(1);
        assertThat(bench.web().at("/lastState/terminated/exitCode").asInt()).isEqualTo(143);
        assertThat(bench.said("Unhealthy")).hasSize(3);
    }

    @Test
    void a_container_that_is_killed_again_and_again_backs_off() {
        Bench bench = Bench.running(
                trait("liveness", "fails"),
                PORTS + "livenessProbe: {periodSeconds: 1, failureThreshold: 1, " + HTTP + "}");

        bench.until("CrashLoopBackOff");

        assertThat(bench.web().path("restartCount").asInt()).isEqualTo(1);
    }

    @Test
    void other_probes_wait_until_the_startup_probe_has_passed() {
        Bench bench = Bench.running(trait("ready-after", "25s"), PORTS + """
            startupProbe: {periodSeconds: 10, failureThreshold: 30, %1$s}
            livenessProbe: {periodSeconds: 1, failureThreshold: 1, %1$s}
            readinessProbe: {periodSeconds: 60, %1$s}
            """.formatted(HTTP));

        bench.pass("32s");
        assertThat(bench.web().path("started").asBoolean()).isFalse();
        bench.pass("1s");

        assertThat(bench.web().path("started").asBoolean()).isTrue();
        assertThat(bench.ready()).isTrue();
        assertThat(bench.said("Unhealthy")).hasSize(3).allMatch(said -> said.startsWith("Startup probe failed: "));
        assertThat(bench.web().path("restartCount").asInt()).isZero();
    }

    @Test
    void a_container_that_never_starts_up_is_restarted() {
        Bench bench = Bench.running(
                trait("startup", "fails"),
                PORTS + "startupProbe: {periodSeconds: 5, failureThreshold: 4, " + HTTP + "}");

        bench.pass("19s");

        assertThat(bench.said("Killing")).containsExactly("Container web failed startup probe, will be restarted");
    }

    @Test
    void a_command_that_fails_is_a_failed_probe_and_an_unknown_one_no_answer() {
        Bench failing = Bench.running("", "livenessProbe: {exec: {command: [sh, -c, exit 1]}}")
                .pass("24s");
        Bench unknown = Bench.running("", "livenessProbe: {exec: {command: [health-chekc]}}")
                .pass("1h");

        assertThat(failing.said("Killing")).hasSize(1);
        assertThat(unknown.said("Killing")).isEmpty();
        assertThat(unknown.shows()).isEqualTo("Running");
    }

    @Test
    void an_unknown_command_leaves_a_container_unready() {
        Bench bench = Bench.running("", "readinessProbe: {exec: {command: [health-chekc]}}");

        bench.pass("1h");

        assertThat(bench.ready()).isFalse();
        assertThat(bench.said("Unhealthy"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Readiness probe errored and resulted in unknown state: rpc error")
                .endsWith("exec: \"health-chekc\": executable file not found in $PATH");
    }

    @Test
    void other_ways_to_ask_are_worded_as_their_own() {
        Bench tcp = Bench.running("", PORTS + "readinessProbe: {tcpSocket: {port: 9}}")
                .pass("3s");
        Bench grpc = Bench.running(trait("readiness", "fails"), PORTS + "readinessProbe: {grpc: {port: 8080}}")
                .pass("3s");

        assertThat(tcp.said("Unhealthy"))
                .containsExactly("Readiness probe failed: dial tcp 10.244.0.2:9: connect: connection refused");
        assertThat(grpc.said("Unhealthy"))
                .containsExactly("Readiness probe failed: service unhealthy (responded with \"NOT_SERVING\")");
    }

    @Test
    void readiness_follows_the_dependencies_where_declared() {
        Bench bench = Bench.running(
                trait("readiness", "dependencies"), PORTS + "readinessProbe: {periodSeconds: 10, " + HTTP + "}");
        bench.pass("5s");
        bench.reaches(false);

        assertThat(bench.pass("20s").ready()).isTrue();
        assertThat(bench.pass("10s").ready()).isFalse();
        bench.reaches(true);
        assertThat(bench.pass("10s").ready()).isTrue();
    }

    @Test
    void a_short_loss_between_two_probes_is_not_noticed() {
        Bench bench = Bench.running(
                trait("readiness", "dependencies"),
                PORTS + "readinessProbe: {periodSeconds: 10, failureThreshold: 1, " + HTTP + "}");
        bench.pass("5s");
        bench.reaches(false);
        bench.pass("3s");
        bench.reaches(true);

        assertThat(bench.pass("1h").ready()).isTrue();
        assertThat(bench.said("Unhealthy")).isEmpty();
    }

    @Test
    void a_healthy_container_is_not_looked_at() {
        Bench bench = Bench.running("", PORTS + "readinessProbe: {" + HTTP + "}\nlivenessProbe: {" + HTTP + "}");
        bench.pass("3s");
        int before = bench.looks;

        bench.pass("24h");

        assertThat(bench.looks).isEqualTo(before);
    }
}
