package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecContractTest extends ServerContract {
    private static final String ONE = "/api/v1/namespaces/NS/pods/one/exec?command=hostname&stdout=true";

    @BeforeEach
    void fill() {
        create("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data: {colour: green}
                """);
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: one}
                spec:
                  terminationGracePeriodSeconds: 0
                  volumes: [{name: settings, configMap: {name: settings}}]
                  containers:
                    - name: main
                      image: busybox:1
                      command: [sleep, infinity]
                      env: [{name: COLOUR, valueFrom: {configMapKeyRef: {name: settings, key: colour}}}]
                      volumeMounts: [{name: settings, mountPath: /etc/settings}]
                """);
        eventually(() -> assertThat(
                        client.pods().inNamespace(namespace).withName("one").isReady())
                .isTrue());
    }

    @Test
    void a_command_needs_a_connection_that_changes_its_protocol() {
        var answer = fetch(ONE);

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Upgrade request required");
    }

    @Test
    void a_command_in_a_pod_that_is_not_there_is_404() {
        var answer = fetch("/api/v1/namespaces/NS/pods/absent/exec?command=ls&stdout=true");

        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("pods \"absent\" not found");
    }

    @Test
    void a_command_in_a_container_that_is_not_there_is_400() {
        var answer = fetch(ONE + "&container=other");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("container other is not valid for pod one");
    }

    @Test
    void of_several_containers_one_has_to_be_named() {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: two}
                spec:
                  terminationGracePeriodSeconds: 0
                  initContainers: [{name: first, image: "busybox:1"}]
                  containers: [{name: a, image: "busybox:1"}, {name: b, image: "busybox:1"}]
                """);

        var answer = fetch("/api/v1/namespaces/NS/pods/two/exec?command=ls&stdout=true");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("a container name must be specified for pod two, choose one of: [first a b]");
    }

    @Test
    void a_command_in_a_pod_without_a_node_is_400() {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: nowhere}
                spec: {nodeSelector: {no: where}, containers: [{name: main, image: "busybox:1"}]}
                """);

        var answer = fetch("/api/v1/namespaces/NS/pods/nowhere/exec?command=ls&stdout=true");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("pod nowhere does not have a host assigned");
    }

    @Test
    void a_pod_is_not_executed_by_other_methods() {
        var answer = put("/api/v1/namespaces/NS/pods/one/exec", "{}");

        assertThat(answer.code()).isEqualTo(405);
        assertThat(answer.message()).isEqualTo("the server does not allow this method on the requested resource");
    }

    @Test
    void who_may_only_get_the_subresource_runs_no_command_over_a_web_socket() {
        grant("get");

        var refused = catchThrowableOfType(WebSocketHandshakeException.class, () -> as("gina"));

        assertThat(refused.getResponse().code()).isEqualTo(403);
    }

    @Test
    void who_may_only_create_the_subresource_runs_no_command_over_a_web_socket() {
        grant("create");

        var refused = catchThrowableOfType(WebSocketHandshakeException.class, () -> as("gina"));

        assertThat(refused.getResponse().code()).isEqualTo(403);
    }

    private ChannelClient as(String user) throws WebSocketHandshakeException {
        return new ChannelClient(
                client, ONE.replace("NS", namespace), "v5.channel.k8s.io", Map.of("Impersonate-User", user));
    }

    private void grant(String verb) {
        create("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: exec}
                rules: [{apiGroups: [""], resources: [pods/exec], verbs: [%s]}]
                """.formatted(verb));
        create("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: exec}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: exec}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: gina}]
                """);
    }

    @RunsContainers
    @Test
    void output_complaints_and_exit_code_come_apart() throws Exception {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();

        try (ExecWatch exec = client.pods()
                .inNamespace(namespace)
                .withName("one")
                .writingOutput(out)
                .writingError(err)
                .exec("sh", "-c", "echo said; echo complained >&2; exit 7")) {
            assertThat(exec.exitCode().get(30, TimeUnit.SECONDS)).isEqualTo(7);
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("said\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("complained\n");
    }

    @RunsContainers
    @Test
    void a_command_sees_the_variables_and_files_of_its_container() throws Exception {
        assertThat(run("echo $COLOUR; cat /etc/settings/colour; hostname")).isEqualTo("green\ngreenone\n");
    }

    @RunsContainers
    @Test
    void a_long_script_is_run_whole() throws Exception {
        String word = "x".repeat(20_000);

        assertThat(run("echo " + word)).isEqualTo(word + "\n");
    }

    @RunsContainers
    @Test
    void a_command_reads_what_is_typed() throws Exception {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream("echo typed\nexit 3\n".getBytes(StandardCharsets.UTF_8));

        try (ExecWatch exec = client.pods()
                .inNamespace(namespace)
                .withName("one")
                .readingInput(in)
                .writingOutput(out)
                .exec("sh")) {
            assertThat(exec.exitCode().get(30, TimeUnit.SECONDS)).isEqualTo(3);
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("typed\n");
    }

    @RunsContainers
    @Test
    void input_may_end_before_the_output_does() throws Exception {
        try (ChannelClient exec = open("v5.channel.k8s.io", "command=cat&stdin=true&stdout=true")) {
            exec.send(0, "all of it");

            exec.close(0);

            assertThat(exec.untilClosed().heard(1)).isEqualTo("all of it");
            assertThat(exec.heard(3)).contains("\"status\":\"Success\"");
        }
    }

    @RunsContainers
    @Test
    void a_failed_command_is_a_status_with_its_exit_code_as_cause() throws Exception {
        try (ChannelClient exec = open("v4.channel.k8s.io", "command=sh&command=-c&command=exit%204&stdout=true")) {
            assertThat(exec.untilClosed().heard(3))
                    .contains(
                            "\"reason\":\"NonZeroExitCode\"",
                            "{\"reason\":\"ExitCode\",\"message\":\"4\"}",
                            "command terminated with non-zero exit code: command terminated with exit code 4");
        }
    }

    @RunsContainers
    @Test
    void the_oldest_protocols_are_still_spoken() throws Exception {
        try (ChannelClient exec = open("base64.channel.k8s.io", "command=hostname&stdout=true")) {
            assertThat(exec.untilClosed().heard(1)).isEqualTo("one\n");
        }
    }

    @RunsContainers
    @Test
    void a_program_that_is_not_there_is_an_error_and_no_exit_code() throws Exception {
        try (ChannelClient exec = open("v5.channel.k8s.io", "command=nothing&stdout=true")) {
            assertThat(exec.untilClosed().heard(3))
                    .contains(
                            "\"reason\":\"InternalError\"",
                            "exec: \\\"nothing\\\": executable file not found in $PATH");
        }
    }

    @RunsContainers
    @Test
    void a_command_needs_at_least_one_stream() throws Exception {
        try (ChannelClient exec = open("v5.channel.k8s.io", "command=hostname")) {
            assertThat(exec.untilClosed().heard(3)).contains("you must specify at least 1 of stdin, stdout, stderr");
        }
    }

    @RunsContainers
    @Test
    void a_command_in_a_container_that_does_not_run_is_refused() throws Exception {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: broken}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers: [{name: main, image: "nothing.invalid/nothing:1"}]
                """);
        String path = "/api/v1/namespaces/" + namespace + "/pods/broken/exec?command=ls&stdout=true";
        eventually(() -> assertThat(fetch("/api/v1/namespaces/NS/pods/broken")
                        .body()
                        .at("/spec/nodeName")
                        .asText())
                .isNotEmpty());

        try (ChannelClient exec = new ChannelClient(client, path, "v5.channel.k8s.io", Map.of())) {
            assertThat(exec.untilClosed().heard(3)).contains("container not found (\\\"main\\\")");
        }
    }

    private ChannelClient open(String protocol, String query) throws WebSocketHandshakeException {
        String path = "/api/v1/namespaces/" + namespace + "/pods/one/exec?" + query;
        return new ChannelClient(client, path, protocol, Map.of());
    }

    private String run(String script) throws Exception {
        var out = new ByteArrayOutputStream();
        try (ExecWatch exec = client.pods()
                .inNamespace(namespace)
                .withName("one")
                .writingOutput(out)
                .exec("sh", "-c", script)) {
            assertThat(exec.exitCode().get(30, TimeUnit.SECONDS)).isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
