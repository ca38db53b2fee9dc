package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.LogWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogsContractTest extends ServerContract {
    private static final String LOG = "/api/v1/namespaces/NS/pods/one/log";

    @BeforeEach
    void fill() {
        pod("one", "echo first; echo second; sleep 3600");
    }

    private void pod(String name, String script) {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  terminationGracePeriodSeconds: 0
                  restartPolicy: Never
                  containers: [{name: main, image: "busybox:1", command: [sh, -c, "%s"]}]
                """.formatted(name, script));
        eventually(() -> assertThat(at(name).get().getStatus().getContainerStatuses())
                .anySatisfy(status -> assertThat(status.getState().getWaiting()).isNull()));
    }

    private PodResource at(String pod) {
        return client.pods().inNamespace(namespace).withName(pod);
    }

    @Test
    void the_log_of_a_pod_that_is_not_there_is_404() {
        var answer = fetch("/api/v1/namespaces/NS/pods/absent/log");

        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("pods \"absent\" not found");
    }

    @Test
    void the_log_of_a_container_that_is_not_there_is_400() {
        var answer = fetch(LOG + "?container=other");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("container other is not valid for pod one");
    }

    @Test
    void the_log_of_a_pod_without_a_node_is_empty() {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: nowhere}
                spec: {nodeSelector: {no: where}, containers: [{name: main, image: "busybox:1"}]}
                """);

        assertThat(fetch("/api/v1/namespaces/NS/pods/nowhere/log").code()).isEqualTo(204);
    }

    @Test
    void a_log_is_only_read() {
        assertThat(post(LOG, "{}").code()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tailLines=-1 | PodLogOptions "one" is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0
            limitBytes=0 | PodLogOptions "one" is invalid: limitBytes: Invalid value: 0: must be greater than 0
            sinceSeconds=0 | PodLogOptions "one" is invalid: sinceSeconds: Invalid value: 0: must be greater than 0
            stream=Stdout | PodLogOptions "one" is invalid: stream: Forbidden: may not be specified
            sinceSeconds=5&sinceTime=2026-01-01T00:00:00Z | PodLogOptions "one" is invalid: []: Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified
            """)
    void an_option_of_a_log_that_makes_no_sense_is_422(String query, String message) {
        var answer = fetch(LOG + "?" + query);

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message()).isEqualTo(message);
    }

    @Test
    void an_option_of_a_log_that_cannot_be_read_is_400() {
        var answer = fetch(LOG + "?tailLines=x");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("strconv.ParseInt: parsing \"x\": invalid syntax");
    }

    @RunsContainers
    @Test
    void the_log_is_what_the_container_has_written() {
        eventually(() -> assertThat(at("one").getLog()).isEqualTo("first\nsecond\n"));
    }

    @RunsContainers
    @Test
    void what_a_command_has_printed_stays_in_the_log_after_its_end() {
        create("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: once}
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: once, image: "busybox:1", command: [sh, -c, "echo counted"]}]
                """);

        eventually(() -> assertThat(client.batch()
                        .v1()
                        .jobs()
                        .inNamespace(namespace)
                        .withName("once")
                        .getLog())
                .isEqualTo("counted\n"));
    }

    @RunsContainers
    @Test
    void a_log_may_be_cut_to_its_last_lines_or_first_bytes() {
        eventually(() -> assertThat(at("one").getLog()).hasSize(13));

        assertThat(at("one").tailingLines(1).getLog()).isEqualTo("second\n");
        assertThat(at("one").limitBytes(8).getLog()).isEqualTo("first\nse");
    }

    @RunsContainers
    @Test
    void a_log_may_tell_when_each_line_was_written() {
        eventually(() -> assertThat(at("one").usingTimestamps().getLog().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z \\w+")));
    }

    @RunsContainers
    @Test
    void a_log_that_is_followed_ends_with_its_container() throws Exception {
        pod("two", "echo begins; sleep 1; echo ends");

        try (LogWatch log = at("two").watchLog();
                var lines = new BufferedReader(new InputStreamReader(log.getOutput(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("begins");
            assertThat(lines.readLine()).isEqualTo("ends");
            assertThat(lines.readLine()).isNull();
        }
    }

    @RunsContainers
    @Test
    void there_is_no_earlier_log_before_a_restart() {
        var answer = fetch(LOG + "?previous=true");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("previous terminated container \"main\" in pod \"one\" not found");
    }

    @RunsContainers
    @Test
    void a_container_that_waits_for_its_image_has_no_log() {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: broken}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers: [{name: main, image: "nothing.invalid/nothing:1"}]
                """);

        eventually(
                () -> assertThat(fetch("/api/v1/namespaces/NS/pods/broken/log").message())
                        .isEqualTo(
                                "container \"main\" in pod \"broken\" is waiting to start: trying and failing to pull image"));
    }
}
