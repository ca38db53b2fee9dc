package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a drill is said, with its cure, and nothing is touched. */
class RefusalTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static Shop shop;

    @SuppressWarnings("NullAway.Init")
    private static Map<String, JsonNode> before;

    @BeforeAll
    static void open() throws IOException {
        shop = Shop.open(folder);
        shop.namespace("private");
        before = shop.world();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void where_no_server_answers() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Path kubeconfig = edited("https://127\\.0\\.0\\.1:\\d+", "https://127.0.0.1:" + nobody);

        Ended run = run("--kubeconfig", kubeconfig.toString());

        assertRefused(run, "refuses connections", "check that the cluster runs");
    }

    @Test
    void where_the_kubeconfig_is_missing() {
        Ended run = run("--kubeconfig", folder.resolve("nowhere").toString());

        assertRefused(run, "no such kubeconfig: " + folder.resolve("nowhere"), "check the path");
    }

    @Test
    void where_the_context_is_unknown() {
        Ended run = run("--kubeconfig", shop.kubeconfig().toString(), "--context", "staging");

        assertRefused(run, "no context 'staging'", "there are: admin, ana, bo, narrow, understudy");
    }

    @Test
    void where_the_token_is_unknown() throws IOException {
        Path kubeconfig = edited("token: \"[^\"]*\"", "token: \"expired\"");

        Ended run = run("--kubeconfig", kubeconfig.toString());

        assertRefused(run, "the token in the kubeconfig has expired or was never valid", "log in again or renew");
    }

    @Test
    void where_the_namespace_does_not_exist() {
        Ended run = drill("--param", "namespace=nowhere");

        assertRefused(run, "namespace nowhere does not exist", "check target.namespace and the context");
    }

    @Test
    void where_the_namespace_has_not_opted_in() {
        Ended run = drill("--param", "namespace=private");

        assertRefused(
                run,
                "namespace private does not allow drills",
                "kubectl label namespace private understudy.dev/drills=allowed");
    }

    @Test
    void where_too_many_pods_would_be_hit() {
        Ended run = drill("--param", "maxPods=2");

        assertRefused(run, "would hit 3 pods and blastRadius.maxPods is 2", "raise maxPods");
    }

    @Test
    void where_a_blackout_lasts() throws IOException {
        Path roster = Files.writeString(
                folder.resolve("roster.yaml"),
                Files.readString(Path.of("src/test/resources/process/roster.yaml"))
                        + "  blackouts:\n"
                        + "    - {name: for ever, once: {from: 2020-01-01T00:00:00Z, to: 2999-01-01T00:00:00Z}}\n");

        Ended run = drill("--roster", roster.toString());

        assertRefused(run, "blackout 'for ever', until 2999-01-01T00:00:00Z", "run it after that");
    }

    @Test
    void where_the_fault_would_change_nothing() {
        Ended run = drill("--param", "replicas=3");

        assertRefused(run, "fault 'lose the cache' (scale)", "3");
    }

    @Test
    void where_the_state_directory_cannot_be_written() throws IOException {
        Machine machine = Machine.in(folder);
        Files.writeString(machine.state(), "a file in its place");

        Ended run = machine.drill(shop).ended();

        assertRefused(run, machine.state().toString(), "XDG_STATE_HOME");
    }

    @Test
    void where_steady_state_does_not_hold() {
        Ended run = drill("--param", "watched=nothing");

        assertRefused(run, "'cache is ready'", "steady");
    }

    @Test
    void where_another_drill_holds_the_namespace() throws IOException {
        try (Shop taken = Shop.open(folder)) {
            taken.record("other-drill");
            Map<String, JsonNode> there = taken.world();
            try (Program run = Machine.in(folder).drill(taken)) {

                Ended end = run.ended();

                assertRefused(end, "another drill runs in shop: other-drill", "understudy undo --drill other-drill");
                assertThat(taken.world()).isEqualTo(there);
            }
        }
    }

    @Test
    void where_the_namespace_belongs_to_kubernetes_the_file_is_wrong_already() {
        Ended run = drill("--param", "namespace=kube-system");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.said()).contains("drill.yaml:").contains("kube-system");
        assertThat(shop.world()).isEqualTo(before);
    }

    private static Ended drill(String... more) {
        try (Program run = Machine.in(folder).drill(shop, more)) {
            return run.ended();
        }
    }

    private static Ended run(String... cluster) {
        String[] all = new String[cluster.length + 2];
        all[0] = "run";
        all[1] = "src/test/resources/process/drill.yaml";
        System.arraycopy(cluster, 0, all, 2, cluster.length);
        return Machine.in(folder).run(all);
    }

    private static Path edited(String pattern, String replacement) throws IOException {
        Path copy = Files.createTempFile(folder, "kubeconfig", "");
        return Files.writeString(copy, Files.readString(shop.kubeconfig()).replaceAll(pattern, replacement));
    }

    private static void assertRefused(Ended run, String reason, String cure) {
        assertThat(run.said().lines())
                .as(run.said())
                .filteredOn(line -> line.startsWith("not injecting: "))
                .anyMatch(line -> line.contains(reason) && line.contains(cure));
        assertThat(run.said()).doesNotContain("\tat ");
        assertThat(run.code()).isEqualTo(4);
        assertThat(shop.world()).isEqualTo(before);
    }
}
