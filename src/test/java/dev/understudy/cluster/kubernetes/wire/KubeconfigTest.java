package dev.understudy.cluster.kubernetes.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeconfigTest {
    private static final String GOOD = """
            apiVersion: v1
            kind: Config
            current-context: one
            clusters: [{name: c, cluster: {server: "https://one.example:6443"}}, {name: d, cluster: {server: "https://two.example"}}]
            users: [{name: u, user: {token: s3cret}}]
            contexts: [{name: one, context: {cluster: c, user: u}}, {name: two, context: {cluster: d, user: u}}]
            """;

    @TempDir
    Path directory;

    @Test
    void the_current_context_is_taken_unless_another_is_named() throws IOException {
        Path file = Files.writeString(directory.resolve("config"), GOOD);

        assertThat(Kubeconfig.file(file, Optional.empty()).getMasterUrl()).isEqualTo("https://one.example:6443/");
        assertThat(Kubeconfig.file(file, Optional.of("two")).getMasterUrl()).isEqualTo("https://two.example/");
        assertThat(Kubeconfig.text(GOOD, Optional.of("two")).getMasterUrl()).isEqualTo("https://two.example/");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Kubeconfig.file(directory.resolve("nowhere"), Optional.empty()))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
                .hasMessageContaining("no such kubeconfig: ")
                .hasMessageContaining("nowhere");
    }

    @Test
    void a_context_that_is_not_there_is_answered_with_those_that_are() {
        assertThatThrownBy(() -> Kubeconfig.text(GOOD, Optional.of("three")))
                .hasMessage("no context 'three' in the kubeconfig; there are: one, two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clusters: [ {token: s3cret | the kubeconfig is not valid YAML at line",
                "just text s3cret | it names no clusters",
                "clusters: [] | has no current context",
                "{clusters: [], contexts: [{name: a, context: {cluster: gone, user: u}}], current-context: a} | names the cluster 'gone', which is not there",
            })
    void what_is_wrong_is_said_without_quoting_the_file(String text, String message) {
        assertThatThrownBy(() -> Kubeconfig.text(text, Optional.empty()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("s3cret");
    }
}
