package dev.understudy.simulated.node.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndingTest {
    private static Bench batch(String policy, String more) {
        return new Bench("", """
            restartPolicy: %s
            containers:
            - name: web
              image: web:1
              %s
            """.formatted(policy, more));
    }

    @Test
    void a_process_that_is_not_to_run_again_does_its_work_and_succeeds() {
        Bench bench = batch("OnFailure", "").pass("16s");

        assertThat(bench.phase()).isEqualTo("Succeeded");
        assertThat(bench.shows()).isEqualTo("Completed");
        assertThat(bench.condition("Initialized")).isEqualTo("True PodCompleted");
        assertThat(bench.condition("ContainersReady")).isEqualTo("False PodCompleted");
    }

    @Test
    void a_command_that_is_really_run_ends_when_its_end_is_reported() {
        Bench bench = batch("Never", "args: [really]").pass("1h");
        assertThat(bench.shows()).isEqualTo("Running");

        bench.annotate("exits.web", "7 1 times");

        assertThat(bench.web().at("/state/terminated/exitCode").asInt()).isEqualTo(7);
    }

    @Test
    void a_command_of_whose_end_the_author_has_spoken_is_not_waited_for() {
        Bench bench = new Bench("simulated.understudy.dev/exits: 1 while unreachable", """
            restartPolicy: Never
            containers: [{name: web, image: 'web:1', args: [really]}]
            """);

        assertThat(bench.pass("16s").shows()).isEqualTo("Completed");
    }

    @Test
    void a_command_tells_when_and_how_it_ends() {
        Bench bench = batch("Never", "command: [sh, -c, 'echo hello; sleep 3; exit 7']");

        assertThat(bench.pass("8s").shows()).isEqualTo("Running");
        bench.pass("1s");

        assertThat(bench.phase()).isEqualTo("Failed");
        assertThat(bench.web().at("/state/terminated/exitCode").asInt()).isEqualTo(7);
        assertThat(bench.condition("Ready")).isEqualTo("False PodFailed");
    }

    @Test
    void a_failed_process_is_repeated_on_failure_only() {
        Bench bench = batch("OnFailure", "command: ['false']").pass("8s");

        assertThat(bench.phase()).isEqualTo("Running");
        assertThat(bench.web().path("restartCount").asInt()).isEqualTo(1);
    }

    @Test
    void a_server_that_ends_well_is_started_again_all_the_same() {
        Bench bench = batch("Always", "command: [sleep, '1']");

        bench.until("CrashLoopBackOff");

        assertThat(bench.web().at("/lastState/terminated/reason").asText()).isEqualTo("Completed");
    }

    @Test
    void a_rule_of_the_container_overrides_the_policy() {
        Bench bench = batch("Never", """
            command: [sh, -c, exit 42]
              restartPolicy: Never
              restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]""");

        bench.until("CrashLoopBackOff");

        assertThat(bench.phase()).isEqualTo("Running");
    }

    @Test
    void somebody_may_type_into_a_process_that_waits_for_it() {
        Bench bench = batch("Never", "stdin: true").pass("24h");

        assertThat(bench.shows()).isEqualTo("Running");
    }

    @Test
    void a_pod_runs_as_long_as_its_last_container() {
        Bench bench = new Bench("", """
            restartPolicy: Never
            containers:
            - {name: web, image: w, command: [sleep, '5']}
            - {name: other, image: o, command: [sh, -c, 'sleep 9; exit 1']}
            """);

        assertThat(bench.pass("12s").phase()).isEqualTo("Running");
        assertThat(bench.condition("Ready"))
                .isEqualTo("False ContainersNotReady containers with unready status: [web]");
        assertThat(bench.pass("3s").phase()).isEqualTo("Failed");
    }

    @Test
    void a_pod_past_its_deadline_is_stopped_and_failed() {
        Bench bench = new Bench("", """
            activeDeadlineSeconds: 60
            containers: [{name: web, image: w}]
            """);

        bench.pass("65s");

        assertThat(bench.phase()).isEqualTo("Failed");
        assertThat(bench.pod.at("/status/reason").asText()).isEqualTo("DeadlineExceeded");
        assertThat(bench.shows()).isEqualTo("Error");
    }
}
