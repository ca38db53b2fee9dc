package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScaleFaultTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:00Z");
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final ScaleFault SCALE = new ScaleFault();

    private static FaultPlan plan(int replicas, List<ClusterObject> objects) {
        ClusterView view = new ClusterView(
                NOW, objects.stream().collect(Collectors.toMap(ClusterObject::ref, Function.identity())));
        return SCALE.plan(new ScaleFault.Spec(replicas), TARGET, view, new Moment(NOW, 7));
    }

    private static ClusterObject object(ResourceType type, String name, Object owner, Map<String, Object> spec) {
        return new ClusterObject(
                new ObjectRef(type, "shop", name),
                Map.of(
                        "metadata",
                        Map.of(
                                "name",
                                name,
                                "uid",
                                "uid-" + name,
                                "ownerReferences",
                                List.of(Map.of("controller", true, "uid", owner))),
                        "spec",
                        spec));
    }

    private static ClusterObject autoscaler(String kind, String name) {
        return object(
                ResourceType.AUTOSCALER,
                "cache-scaler",
                "",
                Map.of("scaleTargetRef", Map.of("kind", kind, "name", name), "minReplicas", 1));
    }

    /** A Deployment of so many replicas, its ReplicaSet and pods, and a pod of somebody else. */
    private static List<ClusterObject> cache(Map<String, Object> spec, int pods) {
        List<ClusterObject> all = new ArrayList<>();
        all.add(object(ResourceType.DEPLOYMENT, "cache", "", spec));
        all.add(object(ResourceType.REPLICA_SET, "cache-1", "uid-cache", Map.of()));
        all.add(object(ResourceType.POD, "other", "uid-other", Map.of()));
        for (int i = 0; i < pods; i++) {
            all.add(object(ResourceType.POD, "cache-1-" + i, "uid-cache-1", Map.of()));
        }
        return all;
    }

    private static FaultPlan.Planned planned(FaultPlan plan) {
        return assertThat(plan).asInstanceOf(type(FaultPlan.Planned.class)).actual();
    }

    private static String refusal(FaultPlan plan) {
        return assertThat(plan)
                .asInstanceOf(type(FaultPlan.Impossible.class))
                .actual()
                .reasons()
                .getFirst();
    }

    @Test
    void plans_one_edit_of_the_replicas_that_knows_what_they_were() {
        FaultPlan plan = plan(0, cache(Map.of("replicas", 3), 3));

        assertThat(planned(plan).changes())
                .containsExactly(new Change.Edit(
                        TARGET.object(),
                        "uid-cache",
                        List.of(new FieldEdit(
                                FieldPath.of("spec.replicas"), new FieldValue.Json(3), new FieldValue.Json(0)))));
    }

    @Test
    void counts_the_pods_that_will_go_and_the_pods_there_are() {
        FaultPlan.Planned plan = planned(plan(1, cache(Map.of("replicas", 3), 3)));

        assertThat(plan.podsHit())
                .hasSize(2)
                .allSatisfy(pod -> assertThat(pod.name()).startsWith("cache-1-"));
        assertThat(plan.podsOfTarget()).isEqualTo(3);
    }

    @Test
    void scaling_up_hits_no_pod() {
        assertThat(planned(plan(5, cache(Map.of("replicas", 3), 3))).podsHit()).isEmpty();
    }

    @Test
    void replicas_that_are_not_given_are_one_and_absent_again_after_the_undo() {
        FaultPlan.Planned plan = planned(plan(0, cache(Map.of(), 1)));

        assertThat(plan.podsHit()).hasSize(1);
        assertThat(plan.changes().getFirst())
                .asInstanceOf(type(Change.Edit.class))
                .extracting(e -> e.edits().getFirst().before())
                .isEqualTo(FieldValue.ABSENT);
    }

    @Test
    void the_same_view_and_moment_give_the_same_plan() {
        List<ClusterObject> objects = cache(Map.of("replicas", 3), 3);

        assertThat(plan(1, objects)).isEqualTo(plan(1, objects.reversed()));
    }

    @Test
    void refuses_a_workload_that_does_not_exist() {
        assertThat(refusal(plan(0, List.of()))).contains("Deployment shop/cache does not exist");
    }

    @Test
    void refuses_a_number_that_would_change_nothing() {
        assertThat(refusal(plan(3, cache(Map.of("replicas", 3), 3)))).contains("has 3 replicas already");
        assertThat(refusal(plan(1, cache(Map.of(), 1)))).contains("has 1 replicas already");
    }

    @Test
    void refuses_a_number_other_than_zero_under_an_autoscaler() {
        List<ClusterObject> objects = cache(Map.of("replicas", 3), 3);
        objects.add(autoscaler("Deployment", "cache"));

        assertThat(refusal(plan(1, objects))).contains("cache-scaler would scale Deployment cache back at once");
    }

    @Test
    void plans_zero_under_an_autoscaler_because_it_stands_aside_there() {
        List<ClusterObject> objects = cache(Map.of("replicas", 3), 3);
        objects.add(autoscaler("Deployment", "cache"));

        assertThat(planned(plan(0, objects)).podsHit()).hasSize(3);
    }

    @Test
    void an_autoscaler_of_something_else_does_not_matter() {
        List<ClusterObject> objects = cache(Map.of("replicas", 3), 3);
        objects.add(autoscaler("StatefulSet", "cache"));

        assertThat(planned(plan(1, objects)).podsHit()).hasSize(2);
    }

    @Test
    void needs_permission_to_look_and_to_patch_the_target() {
        assertThat(SCALE.permissions(new ScaleFault.Spec(0), TARGET))
                .extracting(Permission::toString)
                .contains(
                        "patch deployments.apps cache in namespace shop",
                        "get deployments.apps cache in namespace shop",
                        "list pods in namespace shop",
                        "list horizontalpodautoscalers.autoscaling in namespace shop");
    }
}
