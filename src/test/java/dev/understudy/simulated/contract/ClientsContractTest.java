package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a program on a Kubernetes client library does all day. */
class ClientsContractTest extends ServerContract {
    @Test
    void an_informer_hears_what_is_added_changed_and_deleted() {
        var heard = new ConcurrentLinkedQueue<String>();
        client.configMaps()
                .inNamespace(namespace)
                .resource(configMap("first", "1"))
                .create();

        try (var informer = client.configMaps().inNamespace(namespace).inform(recordingInto(heard))) {
            eventually(() -> assertThat(heard).contains("added first"));
            client.configMaps()
                    .inNamespace(namespace)
                    .resource(configMap("first", "2"))
                    .update();
            client.configMaps().inNamespace(namespace).withName("first").delete();

            eventually(() -> assertThat(heard).contains("updated first to 2", "deleted first"));
            assertThat(informer.getStore().list())
                    .extracting(each -> each.getMetadata().getName())
                    .doesNotContain("first");
        }
    }

    @Test
    void one_program_leads_by_a_lease() {
        var leader = new AtomicReference<>("");
        var election = new LeaderElectionConfigBuilder()
                .withName("contract")
                .withLock(new LeaseLock(namespace, "leader", "one"))
                .withLeaseDuration(Duration.ofSeconds(15))
                .withRenewDeadline(Duration.ofSeconds(10))
                .withRetryPeriod(Duration.ofMillis(200))
                .withLeaderCallbacks(new LeaderCallbacks(() -> {}, () -> {}, leader::set))
                .build();

        CompletableFuture<?> running =
                client.leaderElector().withConfig(election).build().start();

        eventually(() -> assertThat(leader.get()).isEqualTo("one"));
        assertThat(client.leases()
                        .inNamespace(namespace)
                        .withName("leader")
                        .get()
                        .getSpec()
                        .getHolderIdentity())
                .isEqualTo("one");
        running.cancel(true);
    }

    @Test
    void a_list_of_objects_is_created_and_replaced_as_one() {
        List<ConfigMap> both = List.of(configMap("a", "1"), configMap("b", "1"));
        client.resourceList(both).inNamespace(namespace).createOrReplace();

        client.resourceList(List.of(configMap("a", "2"), configMap("b", "1")))
                .inNamespace(namespace)
                .createOrReplace();

        assertThat(client.configMaps()
                        .inNamespace(namespace)
                        .withName("a")
                        .get()
                        .getData())
                .isEqualTo(Map.of("value", "2"));
    }

    @Test
    void a_pod_is_awaited_until_it_is_ready() {
        create(
                "--- {apiVersion: v1, kind: Pod, metadata: {name: app}, spec: {containers: [{name: app, image: 'a:1'}]}}");

        client.pods().inNamespace(namespace).withName("app").waitUntilReady(60, TimeUnit.SECONDS);

        assertThat(client.pods().inNamespace(namespace).withName("app").isReady())
                .isTrue();
    }

    @Test
    void a_workload_is_scaled_and_its_pod_evicted() {
        create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: app}}
                  template:
                    metadata: {labels: {app: app}}
                    spec: {containers: [{name: app, image: 'a:1'}]}
                """);
        client.apps().deployments().inNamespace(namespace).withName("app").scale(2);
        eventually(() -> assertThat(client.pods().inNamespace(namespace).list().getItems())
                .hasSize(2));
        String pod = client.pods()
                .inNamespace(namespace)
                .list()
                .getItems()
                .getFirst()
                .getMetadata()
                .getName();

        boolean evicted = client.pods().inNamespace(namespace).withName(pod).evict();

        assertThat(evicted).isTrue();
        eventually(() -> assertThat(
                        client.pods().inNamespace(namespace).withName(pod).get())
                .isNull());
    }

    private static ConfigMap configMap(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .addToData("value", value)
                .build();
    }

    private static ResourceEventHandler<ConfigMap> recordingInto(ConcurrentLinkedQueue<String> heard) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(ConfigMap added) {
                heard.add("added " + added.getMetadata().getName());
            }

            @Override
            public void onUpdate(ConfigMap before, ConfigMap after) {
                String value = after.getData() == null ? "" : after.getData().getOrDefault("value", "");
                heard.add("updated " + after.getMetadata().getName() + " to " + value);
            }

            @Override
            public void onDelete(ConfigMap deleted, boolean unknown) {
                heard.add("deleted " + deleted.getMetadata().getName());
            }
        };
    }
}
