package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.PERSON;
import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.Worlds;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GarbageTest {
    private final SmallCluster cluster = new SmallCluster();

    @BeforeEach
    void shop() {
        cluster.with(Worlds.web(2)).untilAvailable("web", 2);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void a_deleted_deployment_takes_its_sets_and_pods_with_it() {
        cluster.delete(Kinds.DEPLOYMENT, "web", "Background");

        assertThat(cluster.has(Kinds.DEPLOYMENT, "web")).isFalse();
        eventually(() -> {
            assertThat(cluster.names(Kinds.REPLICA_SET)).isEmpty();
            assertThat(cluster.pods()).isEmpty();
        });
    }

    @Test
    void foreground_keeps_the_owner_until_the_last_pod_is_gone() {
        ObjectNode held = cluster.pods().getFirst();
        cluster.edit(
                Kinds.POD,
                Meta.name(held),
                pod -> pod.withObjectProperty("metadata").putArray("finalizers").add("example.com/hold"));

        cluster.delete(Kinds.DEPLOYMENT, "web", "Foreground");

        eventually(() -> assertThat(cluster.pods()).hasSize(1));
        assertThat(cluster.has(Kinds.DEPLOYMENT, "web")).isTrue();
        assertThat(cluster.names(Kinds.REPLICA_SET)).hasSize(1);
        cluster.edit(
                Kinds.POD,
                Meta.name(held),
                pod -> pod.withObjectProperty("metadata").remove("finalizers"));
        eventually(() -> {
            assertThat(cluster.pods()).isEmpty();
            assertThat(cluster.names(Kinds.REPLICA_SET)).isEmpty();
            assertThat(cluster.has(Kinds.DEPLOYMENT, "web")).isFalse();
        });
    }

    @Test
    void orphan_lets_the_dependents_stay() {
        cluster.delete(Kinds.DEPLOYMENT, "web", "Orphan");

        eventually(() -> {
            assertThat(cluster.has(Kinds.DEPLOYMENT, "web")).isFalse();
            assertThat(cluster.store.list(Kinds.REPLICA_SET, "shop"))
                    .hasSize(1)
                    .allMatch(set -> Marks.owners(set).isEmpty());
        });
        assertThat(cluster.pods()).hasSize(2).allMatch(pod -> Condition.isTrue(pod, "Ready"));
    }

    @Test
    void an_owner_of_the_same_name_and_another_uid_is_no_owner() {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.putObject("metadata").put("name", "stray").put("namespace", "shop");
        new Owner("apps/v1", "Deployment", "web", "11111111-2222-3333-4444-555555555555", false, false).addTo(draft);

        cluster.store.create(Kinds.CONFIG_MAP, draft, PERSON);

        eventually(() -> assertThat(cluster.has(Kinds.CONFIG_MAP, "stray")).isFalse());
    }

    @Test
    void an_object_with_one_owner_left_stays_and_forgets_the_other() {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.putObject("metadata").put("name", "shared").put("namespace", "shop");
        Owner.controlling(Kinds.DEPLOYMENT, cluster.get(Kinds.DEPLOYMENT, "web"))
                .addTo(draft);
        new Owner("v1", "Service", "web", Meta.uid(cluster.get(Kinds.SERVICE, "web")), false, false).addTo(draft);
        cluster.store.create(Kinds.CONFIG_MAP, draft, PERSON);

        cluster.delete(Kinds.DEPLOYMENT, "web", "Background");

        cluster.expect(
                Kinds.CONFIG_MAP,
                "shared",
                shared ->
                        assertThat(Marks.owners(shared)).extracting(Owner::kind).containsExactly("Service"));
    }

    @Test
    void a_service_takes_its_endpoints_with_it() {
        eventually(() -> assertThat(cluster.names(Kinds.ENDPOINT_SLICE)).hasSize(1));

        cluster.delete(Kinds.SERVICE, "web", "Background");

        eventually(() -> assertThat(cluster.names(Kinds.ENDPOINT_SLICE)).isEmpty());
    }

    @Test
    void a_deleted_namespace_goes_with_everything_in_it() {
        cluster.delete(Kinds.NAMESPACE, "shop", "Background");

        eventually(() -> assertThat(cluster.has(Kinds.NAMESPACE, "shop")).isFalse());
        assertThat(Kinds.ALL)
                .filteredOn(kind -> kind.namespaced())
                .allSatisfy(kind -> assertThat(cluster.store.list(kind, "shop")).isEmpty());
    }

    @Test
    void a_new_namespace_has_an_account_and_the_root_certificates() {
        eventually(() -> {
            assertThat(cluster.has(Kinds.SERVICE_ACCOUNT, "default")).isTrue();
            assertThat(cluster.has(Kinds.CONFIG_MAP, "kube-root-ca.crt")).isTrue();
        });
    }
}
