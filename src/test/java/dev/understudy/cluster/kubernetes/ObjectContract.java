package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Objects that a fault creates, deletes or lets a controller replace. */
abstract class ObjectContract extends ClusterContract {
    private static final ResourceType POLICY =
            new ResourceType("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies", true);

    @Test
    void a_created_object_carries_mark_and_owner_and_is_deleted_again() {
        record(Duration.ofMinutes(5));
        Change.Create create = (Change.Create) changes.preview(policy("mark-1"), MANAGER);

        Applied applied = changes.apply(create, MANAGER);
        ClusterObject during = read(create.object());
        Undone undone = changes.undo(create, MANAGER);

        assertThat(applied).isInstanceOf(Applied.Made.class);
        assertThat(at(during, "metadata.annotations[\"understudy.dev/mark\"]")).isEqualTo("mark-1");
        assertThat(during.label(DrillRecord.LABEL)).contains(DRILL);
        assertThat(at(during, "metadata.ownerReferences[name=" + DrillRecord.GUARD + "].kind"))
                .isEqualTo("Job");
        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(people.find(create.object())).isEmpty();
    }

    @Test
    void nothing_is_created_without_a_guard() {
        Applied applied = changes.apply(policy("mark-1"), MANAGER);

        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applied.Refused.class, r -> assertThat(r.why()).contains("no guard of this drill"));
    }

    @Test
    void an_object_that_is_there_already_is_never_adopted() {
        record(Duration.ofMinutes(5));
        create(policyManifest());

        Applied applied = changes.apply(policy("mark-1"), MANAGER);
        Undone undone = changes.undo(policy("mark-1"), MANAGER);

        assertThat(applied).isInstanceOf(Applied.Refused.class);
        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(undone.by()).isEqualTo("kubectl-create");
        assertThat(people.find(ref(POLICY, "deny"))).isPresent();
    }

    @Test
    void a_created_object_that_somebody_has_deleted_is_gone() {
        record(Duration.ofMinutes(5));

        Undone undone = changes.undo(policy("mark-1"), MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.GONE);
    }

    @Test
    void the_guard_job_takes_created_objects_with_it_when_nobody_is_alive() {
        record(Duration.ofSeconds(2));
        changes.apply(policy("mark-1"), MANAGER);

        cluster.close();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> people.find(ref(POLICY, "deny")).isEmpty());
        assertThat(people.find(ref(ResourceType.CONFIG_MAP, DrillRecord.NAME))).isPresent();
    }

    @Test
    void a_deleted_object_is_created_again_and_its_owner_may_apply_it() {
        Map<String, Object> settings = object("v1", "ConfigMap", "settings", "data", Map.of("a", "1"));
        serverSideApply("gitops", settings, false);
        ObjectRef ref = ref(ResourceType.CONFIG_MAP, "settings");
        Change.Delete delete = previewedDelete(ref);
        Applied applied = changes.apply(delete, MANAGER);
        boolean during = people.find(ref).isPresent();

        Undone undone = changes.undo(delete, MANAGER);

        assertThat(applied).isInstanceOf(Applied.Made.class);
        assertThat(during).isFalse();
        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(at(read(ref), "data.a")).isEqualTo("1");
        assertThat(managers(read(ref))).doesNotContain(MANAGER);
        Map<String, Object> changed = object("v1", "ConfigMap", "settings", "data", Map.of("a", "2"));
        assertThat(serverSideApply("gitops", changed, false).status()).isEqualTo(200);
    }

    @Test
    void a_deleted_object_that_a_responder_has_made_anew_is_left_alone() {
        create(object("v1", "ConfigMap", "settings", "data", Map.of("a", "1")));
        ObjectRef ref = ref(ResourceType.CONFIG_MAP, "settings");
        Change.Delete delete = previewedDelete(ref);
        changes.apply(delete, MANAGER);
        create(object("v1", "ConfigMap", "settings", "data", Map.of("a", "3")));

        Undone undone = changes.undo(delete, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(undone.by()).isEqualTo("kubectl-create");
        assertThat(at(read(ref), "data.a")).isEqualTo("3");
    }

    @Test
    void what_others_hang_on_or_clean_up_after_is_not_deleted() {
        create(deployment("web", 0, "app:1"));
        Map<String, Object> metadata =
                Map.of("name", "kept", "namespace", namespace, "finalizers", List.of("example.com/cleanup"));
        create(Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", metadata));

        assertThatThrownBy(() -> previewedDelete(ref(ResourceType.DEPLOYMENT, "web")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("a Deployment is not deleted");
        assertThatThrownBy(() -> previewedDelete(ref(ResourceType.CONFIG_MAP, "kept")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("finalizers");
        personSets(ref(ResourceType.CONFIG_MAP, "kept"), "metadata.finalizers", List.of());
    }

    @Test
    void a_pod_is_removed_and_its_controller_replaces_it() {
        ObjectRef pod = runningPod(1);
        Change.RemovePod remove = new Change.RemovePod(pod, read(pod).uid(), false);

        Applied applied = changes.apply(changes.preview(remove, MANAGER), MANAGER);

        assertThat(applied).isInstanceOf(Applied.Made.class);
        assertThat(changes.undo(remove, MANAGER).result()).isEqualTo(UndoResult.SELF_ENDING);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pods().stream().noneMatch(p -> p.uid().equals(remove.uid())) && !pods().isEmpty());
    }

    @Test
    void an_eviction_that_a_budget_forbids_is_held_back_with_its_reason() {
        ObjectRef pod = runningPod(1);
        Map<String, Object> spec = Map.of("minAvailable", 1, "selector", Map.of("matchLabels", Map.of("app", "web")));
        create(object("policy/v1", "PodDisruptionBudget", "web", "spec", spec));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !at(read(ref(ResourceType.BUDGET, "web")), "status.observedGeneration")
                        .equals("<absent>"));
        Change.RemovePod evict = new Change.RemovePod(pod, read(pod).uid(), true);

        Applied applied = changes.apply(evict, MANAGER);

        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applied.HeldBack.class,
                        h -> assertThat(h.why()).contains("disruption budget", "needs 1 healthy pods"));
        assertThat(people.find(pod)).isPresent();
    }

    @Test
    void an_eviction_that_two_budgets_guard_is_refused_for_good() {
        ObjectRef pod = runningPod(1);
        for (String budget : List.of("one", "two")) {
            create(object(
                    "policy/v1",
                    "PodDisruptionBudget",
                    budget,
                    "spec",
                    Map.of("minAvailable", 0, "selector", Map.of("matchLabels", Map.of("app", "web")))));
        }
        Change.RemovePod evict = new Change.RemovePod(pod, read(pod).uid(), true);

        Applied applied = changes.apply(evict, MANAGER);

        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applied.Refused.class, r -> assertThat(r.why()).contains("more than one PodDisruptionBudget"));
        assertThat(people.find(pod)).isPresent();
    }

    @Test
    void a_pod_removed_with_no_grace_is_gone_at_once() {
        ObjectRef pod = runningPod(1);
        Change.RemovePod remove = new Change.RemovePod(pod, read(pod).uid(), false, 0);

        Applied applied = changes.apply(remove, MANAGER);

        assertThat(applied).isInstanceOf(Applied.Made.class);
        assertThat(people.find(pod)).isEmpty();
    }

    @Test
    void a_pod_that_is_not_the_one_planned_on_stays() {
        ObjectRef pod = runningPod(1);

        Applied applied = changes.apply(new Change.RemovePod(pod, "another-uid", false), MANAGER);

        assertThat(applied).isInstanceOf(Applied.Gone.class);
        assertThat(people.find(pod)).isPresent();
    }

    @Test
    void a_pod_without_a_controller_stays() {
        Map<String, Object> spec = Map.of("containers", List.of(Map.of("name", "app", "image", "app:1")));
        ClusterObject pod = create(object("v1", "Pod", "alone", "spec", spec));

        Applied applied = changes.apply(new Change.RemovePod(pod.ref(), pod.uid(), false), MANAGER);

        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applied.Refused.class, r -> assertThat(r.why()).contains("no controller"));
    }

    private Change.Delete previewedDelete(ObjectRef ref) {
        return (Change.Delete) changes.preview(new Change.Delete(ref, "", Map.of(), ""), MANAGER);
    }

    private ObjectRef runningPod(int replicas) {
        create(deployment("web", replicas, "app:1"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(ref(ResourceType.DEPLOYMENT, "web")).number("status.readyReplicas", 0) == replicas);
        return pods().getFirst().ref();
    }

    private List<ClusterObject> pods() {
        return cluster.observe(new Scope(namespace, Set.of(ResourceType.POD))).all(ResourceType.POD);
    }

    private void record(Duration life) {
        cluster.records()
                .write(new DrillRecord(
                        DRILL, namespace, cluster.uid(), MANAGER, Instant.now().plus(life), List.of(), null, ""));
    }

    private Map<String, Object> policyManifest() {
        return object("networking.k8s.io/v1", "NetworkPolicy", "deny", "spec", Map.of("podSelector", Map.of()));
    }

    private Change.Create policy(String mark) {
        return new Change.Create(ref(POLICY, "deny"), policyManifest(), mark);
    }
}
