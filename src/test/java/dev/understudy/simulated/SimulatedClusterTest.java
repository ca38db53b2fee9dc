package dev.understudy.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.world.World;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through the Kubernetes client that Understudy itself uses. */
class SimulatedClusterTest {
    private static final String WORLD = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: cart}}
              template:
                metadata: {labels: {app: cart}}
                spec:
                  containers: [{name: main, image: "shop/cart:1"}]
            """;

    private SimulatedCluster cluster;
    private KubernetesClient client;

    /** Of other tests in this process. */
    private Set<Thread> before = Set.of();

    @BeforeEach
    void start() {
        before = threads();
        cluster = SimulatedCluster.start(SimulatedOptions.defaults().withPace(Pace.DEFAULT.scaled(0)));
        cluster.load(World.read(WORLD, "world.yaml"));
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(cluster.kubeconfig()))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        cluster.close();
    }

    @Test
    void its_kubeconfig_leads_to_it_as_understudy() {
        var config = Config.fromKubeconfig(cluster.kubeconfig());

        assertThat(config.getCurrentContext().getName()).isEqualTo("understudy");
        assertThat(config.getMasterUrl()).startsWith(cluster.url());
        assertThat(client.getKubernetesVersion().getGitVersion()).endsWith("-understudy-simulated");
    }

    @Test
    void has_a_kube_system_whose_uid_names_the_cluster() {
        String uid =
                client.namespaces().withName("kube-system").get().getMetadata().getUid();

        assertThat(uid).hasSize(36);
    }

    @Test
    void a_deployment_gets_its_pods_and_a_lost_one_is_replaced() {
        await().until(() -> ready() == 2);
        Pod lost = client.pods().inNamespace("shop").list().getItems().getFirst();

        client.pods().resource(lost).delete();

        await().until(() -> client.pods().inNamespace("shop").list().getItems().stream()
                .noneMatch(pod ->
                        pod.getMetadata().getUid().equals(lost.getMetadata().getUid())));
        await().until(() -> ready() == 2);
    }

    @Test
    void scales_and_lets_the_client_wait_for_it() {
        client.apps().deployments().inNamespace("shop").withName("cart").scale(3);

        await().until(() -> ready() == 3);
    }

    @Test
    void watches_reach_the_client_over_a_web_socket() {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (var watch =
                client.configMaps().inNamespace("shop").withName("colours").watch(listener(heard))) {
            client.configMaps().inNamespace("shop").resource(colours("blue")).create();
            client.configMaps().inNamespace("shop").resource(colours("red")).update();

            await().until(() -> heard.equals(List.of("ADDED blue", "MODIFIED red")));
        }
    }

    @Test
    void informers_follow_what_happens() {
        try (var informer = client.configMaps().inNamespace("shop").inform()) {
            client.configMaps().inNamespace("shop").resource(colours("blue")).create();

            await().until(() -> informer.getStore().list().stream()
                    .anyMatch(map -> map.getMetadata().getName().equals("colours")));
        }
    }

    @Test
    void an_apply_by_the_client_meets_conflicts() {
        PatchContext ana = apply("ana");
        client.configMaps().inNamespace("shop").resource(colours("blue")).patch(ana);

        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> client.configMaps()
                        .inNamespace("shop")
                        .resource(colours("red"))
                        .patch(apply("bo")))
                .matches(refusal -> refusal.getCode() == 409)
                .withMessageContaining("conflict with \"ana\"");
    }

    @Test
    void generic_resources_work_as_typed_ones_do() {
        GenericKubernetesResource cart = client.genericKubernetesResources("apps/v1", "Deployment")
                .inNamespace("shop")
                .withName("cart")
                .get();

        assertThat(cart.getMetadata().getManagedFields()).isNotEmpty();
    }

    @Test
    void a_deleted_namespace_takes_everything_with_it() {
        client.namespaces().withName("shop").delete();

        await().until(() -> client.namespaces().withName("shop").get() == null);
        assertThat(client.pods().inAnyNamespace().list().getItems()).isEmpty();
    }

    @Test
    void its_audit_events_go_to_a_file_line_by_line(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("audit.log");
        try (var audited = SimulatedCluster.start(SimulatedOptions.defaults().withAuditFile(file));
                KubernetesClient other = new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(audited.kubeconfig("admin")))
                        .build()) {
            other.namespaces().list();
            await().until(() -> Files.exists(file) && Files.readString(file).contains("\"verb\":\"list\""));
        }
        assertThat(Files.readAllLines(file)).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void leaves_no_thread_behind() {
        client.close();
        cluster.close();

        await().untilAsserted(() -> assertThat(threads())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("simulated-") || name.startsWith("vert.x-")));
    }

    private int ready() {
        Integer ready = client.apps()
                .deployments()
                .inNamespace("shop")
                .withName("cart")
                .get()
                .getStatus()
                .getReadyReplicas();
        return ready == null ? 0 : ready;
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private static ConfigMap colours(String colour) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("colours")
                .withNamespace("shop")
                .endMetadata()
                .addToData("colour", colour)
                .build();
    }

    private static PatchContext apply(String manager) {
        return new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(manager)
                .build();
    }

    private static Watcher<ConfigMap> listener(List<String> heard) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {
                heard.add(action + " " + map.getData().get("colour"));
            }

            @Override
            public void onClose(WatcherException cause) {
                // The test closes the watch itself.
            }
        };
    }
}
