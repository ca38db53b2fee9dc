package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.ReleaseHistory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.ServerSideApplicable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A chart of the usual sort, with Helm itself as the client. */
class HelmContractTest extends ServerContract {
    private static final Path CHART = Path.of("src/test/resources/charts/storefront");
    private static final String NAME = "storefront";

    /** What the rendered chart's objects are kept as, in the order in which Helm names them. */
    private static final List<String> OWN = List.of(
            "ConfigMap",
            "Deployment",
            "Ingress",
            "NetworkPolicy",
            "PodDisruptionBudget",
            "Secret",
            "Service",
            "ServiceAccount");

    @AfterEach
    void uninstall() {
        if (client != null) {
            Helm.uninstall(NAME)
                    .withNamespace(namespace)
                    .withKubeConfigContents(cluster.kubeconfig())
                    .ignoreNotFound()
                    .call();
        }
    }

    @Test
    void helm_installs_a_chart_and_waits_until_its_pods_are_ready() {
        Release release = install();

        assertThat(release.getStatus()).isEqualTo("deployed");
        assertThat(versions().keySet()).containsExactlyElementsOf(OWN);
        assertThat(client.apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withName(NAME)
                        .get()
                        .getStatus()
                        .getReadyReplicas())
                .isEqualTo(2);
        assertThat(history()).containsExactly("1 deployed");
    }

    @Test
    void an_upgrade_with_the_same_values_changes_no_object() {
        install();
        Map<String, String> before = specifications();

        upgrade("info");

        assertThat(specifications()).isEqualTo(before);
        assertThat(history()).containsExactly("1 superseded", "2 deployed");
    }

    @Test
    void an_upgrade_with_another_value_changes_only_what_depends_on_it_and_can_be_taken_back() {
        install();
        Map<String, String> before = specifications();

        upgrade("debug");
        Map<String, String> after = specifications();
        upgrade("info");

        assertThat(changed(before, after)).containsExactly("ConfigMap", "Deployment");
        assertThat(client.configMaps()
                        .inNamespace(namespace)
                        .withName(NAME)
                        .get()
                        .getData())
                .containsEntry("LOG_LEVEL", "info");
        assertThat(history()).containsExactly("1 superseded", "2 superseded", "3 deployed");
    }

    @Test
    void helm_uninstalls_what_it_installed() {
        install();

        Helm.uninstall(NAME)
                .withNamespace(namespace)
                .withKubeConfigContents(cluster.kubeconfig())
                .call();

        eventually(() -> assertThat(versions()).isEmpty());
    }

    @Test
    void a_rendered_chart_applied_twice_by_the_server_changes_nothing_the_second_time() {
        String rendered = new Helm(CHART)
                .template()
                .withName(NAME)
                .withNamespace(namespace)
                .call();
        apply(rendered);
        Map<String, String> before = specifications();

        apply(rendered);

        assertThat(before.keySet()).containsExactlyElementsOf(OWN);
        assertThat(specifications()).isEqualTo(before);
    }

    private Release install() {
        return new Helm(CHART)
                .install()
                .withName(NAME)
                .withNamespace(namespace)
                .withKubeConfigContents(cluster.kubeconfig())
                .waitReady()
                .withTimeout(60)
                .call();
    }

    private void upgrade(String level) {
        new Helm(CHART)
                .upgrade()
                .withName(NAME)
                .withNamespace(namespace)
                .withKubeConfigContents(cluster.kubeconfig())
                .set("config.LOG_LEVEL", level)
                .call();
    }

    private void apply(String rendered) {
        client.load(new ByteArrayInputStream(rendered.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(namespace)
                .resources()
                .filter(item -> !item.item().getKind().equals("Pod"))
                .forEach(ServerSideApplicable::serverSideApply);
    }

    private List<String> history() {
        return Helm.history(NAME).withNamespace(namespace).withKubeConfigContents(cluster.kubeconfig()).call().stream()
                .map(HelmContractTest::line)
                .toList();
    }

    private static String line(ReleaseHistory entry) {
        return entry.getRevision() + " " + entry.getStatus();
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Versions of the chart's objects that nothing but Helm writes to; a Deployment counts by its generation. */
    private Map<String, String> specifications() {
        return versions().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().getMetadata().getGeneration() == null
                                ? entry.getValue().getMetadata().getResourceVersion()
                                : entry.getValue().getMetadata().getGeneration().toString(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private Map<String, HasMetadata> versions() {
        return Stream.of(
                        client.configMaps(),
                        client.apps().deployments(),
                        client.network().v1().ingresses(),
                        client.network().v1().networkPolicies(),
                        client.policy().v1().podDisruptionBudget(),
                        client.secrets(),
                        client.services(),
                        client.serviceAccounts())
                .map(kind ->
                        (HasMetadata) kind.inNamespace(namespace).withName(NAME).get())
                .filter(Objects::nonNull)
                .collect(
                        Collectors.toMap(HasMetadata::getKind, Function.identity(), (one, other) -> one, TreeMap::new));
    }
}
