package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a changed pod template leaves behind. */
abstract class RevisionContract extends ClusterContract {
    private static final String IMAGE = "spec.template.spec.containers[name=app].image";
    private static final String BROKEN = "nowhere.invalid/app:broken";

    @Test
    void the_replica_set_of_the_fault_is_removed_so_that_rollout_undo_does_not_lead_back_to_it() {
        ObjectRef web = ref(ResourceType.DEPLOYMENT, "web");
        serverSideApply("gitops", deployment("web", 2, "app:1"), false);
        awaitReady(web, 2);
        Change.Edit edit = previewed(web, set(IMAGE, BROKEN));
        changes.apply(edit, MANAGER);
        awaitImages(ResourceType.REPLICA_SET, "app:1", BROKEN);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(undone.detail()).isEqualTo(IMAGE + " is app:1 again");
        assertThat(images(ResourceType.REPLICA_SET)).containsExactly("app:1");
    }

    @Test
    void the_replica_set_of_the_fault_is_removed_when_a_responder_has_repaired_the_template() {
        ObjectRef web = ref(ResourceType.DEPLOYMENT, "web");
        serverSideApply("gitops", deployment("web", 2, "app:1"), false);
        awaitReady(web, 2);
        Change.Edit edit = previewed(web, set(IMAGE, BROKEN));
        changes.apply(edit, MANAGER);
        awaitImages(ResourceType.REPLICA_SET, "app:1", BROKEN);
        serverSideApply("gitops", deployment("web", 2, "app:1"), true);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.RESTORED);
        assertThat(undone.detail()).isEqualTo(IMAGE + " is app:1, set by gitops");
        assertThat(images(ResourceType.REPLICA_SET)).containsExactly("app:1");
    }

    @Test
    void an_older_revision_that_the_fault_rolled_back_to_stays() {
        ObjectRef web = ref(ResourceType.DEPLOYMENT, "web");
        serverSideApply("gitops", deployment("web", 1, "app:1"), false);
        awaitReady(web, 1);
        serverSideApply("gitops", deployment("web", 1, "app:2"), false);
        awaitImages(ResourceType.REPLICA_SET, "app:1", "app:2");
        awaitReady(web, 1);
        Change.Edit edit = previewed(web, set(IMAGE, "app:1"));
        changes.apply(edit, MANAGER);
        awaitReady(web, 1);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(images(ResourceType.REPLICA_SET)).containsExactlyInAnyOrder("app:1", "app:2");
    }

    @Test
    void a_responders_own_revision_stays() {
        ObjectRef web = ref(ResourceType.DEPLOYMENT, "web");
        serverSideApply("gitops", deployment("web", 1, "app:1"), false);
        awaitReady(web, 1);
        Change.Edit edit = previewed(web, set(IMAGE, BROKEN));
        changes.apply(edit, MANAGER);
        awaitImages(ResourceType.REPLICA_SET, "app:1", BROKEN);
        serverSideApply("gitops", deployment("web", 1, "app:3"), true);
        awaitImages(ResourceType.REPLICA_SET, "app:1", BROKEN, "app:3");

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(images(ResourceType.REPLICA_SET)).contains("app:1", "app:3");
    }

    @Test
    void a_broken_pod_of_a_stateful_set_does_not_stand_for_ever() {
        ObjectRef db = ref(ResourceType.STATEFUL_SET, "db");
        serverSideApply("gitops", workload("StatefulSet", "db", 2, "app:1"), false);
        awaitReady(db, 2);
        Change.Edit edit = previewed(db, set(IMAGE, BROKEN));
        changes.apply(edit, MANAGER);
        await().atMost(Duration.ofSeconds(30)).until(() -> podImages().contains(BROKEN));

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        awaitReady(db, 2);
        assertThat(podImages()).containsOnly("app:1");
        assertThat(objects(ResourceType.REVISION)).hasSize(1);
    }

    @Test
    void the_revision_of_the_fault_on_a_daemon_set_is_removed_and_its_broken_pods_are_replaced() {
        ObjectRef shipper = ref(ResourceType.DAEMON_SET, "shipper");
        serverSideApply("gitops", workload("DaemonSet", "shipper", 0, "app:1"), false);
        awaitDaemonsReady(shipper);
        Change.Edit edit = previewed(shipper, set(IMAGE, BROKEN));
        changes.apply(edit, MANAGER);
        await().atMost(Duration.ofSeconds(30)).until(() -> podImages().contains(BROKEN));

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        awaitDaemonsReady(shipper);
        assertThat(podImages()).containsOnly("app:1");
        assertThat(objects(ResourceType.REVISION)).hasSize(1);
    }

    private void awaitDaemonsReady(ObjectRef daemons) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            ClusterObject now = read(daemons);
            int wanted = now.number("status.desiredNumberScheduled", 0);
            return wanted > 0
                    && now.number("status.observedGeneration", 0) == now.number("metadata.generation", -1)
                    && now.number("status.numberReady", 0) == wanted
                    && now.number("status.updatedNumberScheduled", 0) == wanted;
        });
    }

    private void awaitReady(ObjectRef workload, int replicas) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            ClusterObject now = read(workload);
            return now.number("status.observedGeneration", 0) == now.number("metadata.generation", -1)
                    && now.number("status.readyReplicas", 0) == replicas
                    && now.number("status.updatedReplicas", 0) == replicas
                    && now.number("status.replicas", 0) == replicas;
        });
    }

    private void awaitImages(ResourceType type, String... images) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(images(type)).containsExactlyInAnyOrder(images));
    }

    private List<Object> images(ResourceType type) {
        return objects(type).stream().map(o -> at(o, IMAGE)).toList();
    }

    private List<Object> podImages() {
        return objects(ResourceType.POD).stream()
                .filter(p -> at(p, "metadata.deletionTimestamp").equals("<absent>"))
                .map(o -> at(o, "spec.containers[name=app].image"))
                .toList();
    }

    private List<ClusterObject> objects(ResourceType type) {
        return cluster.observe(new Scope(namespace, Set.of(type))).all(type);
    }
}
