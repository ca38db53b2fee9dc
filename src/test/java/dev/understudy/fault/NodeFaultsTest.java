package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.NodeTaintFault.Effect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cordons, drains and taints, on two nodes: the target's pods run on {@code a1}, others on both. */
class NodeFaultsTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final NodeCordonFault CORDON = new NodeCordonFault();
    private static final NodeDrainFault DRAIN = new NodeDrainFault();
    private static final NodeTaintFault TAINT = new NodeTaintFault();
    private static final Nodes ZONE_B = new Nodes(new LabelSelector(Map.of("zone", "b"), List.of()), Mode.ALL, null);
    private static final String CLUSTER = """
            kind: Node
            metadata: {name: a1, labels: {zone: a}}
            ---
            kind: Node
            metadata: {name: b1, labels: {zone: b}}
            spec: {unschedulable: true, taints: [{key: old, effect: NoSchedule}]}
            ---
            kind: Deployment
            metadata: {name: cache, uid: d}
            ---
            kind: ReplicaSet
            metadata: {name: cache-1, uid: rs, ownerReferences: [{uid: d, controller: true}]}
            ---
            kind: Pod
            metadata: {name: cache-1-a, labels: {app: cache}, ownerReferences: [{uid: rs, kind: ReplicaSet, controller: true}]}
            spec: {nodeName: a1}
            ---
            kind: Pod
            metadata: {name: bank, namespace: finance, ownerReferences: [{uid: x, kind: StatefulSet, controller: true}]}
            spec: {nodeName: a1, tolerations: [{key: drill, operator: Exists, effect: NoExecute}]}
            ---
            kind: Pod
            metadata: {name: logs, namespace: kube-system, ownerReferences: [{uid: y, kind: DaemonSet, controller: true}]}
            spec: {nodeName: a1, tolerations: [{operator: Exists}]}
            ---
            kind: Pod
            metadata: {name: etcd, namespace: kube-system, annotations: {kubernetes.io/config.mirror: abc}}
            spec: {nodeName: a1}
            ---
            kind: Pod
            metadata: {name: finished, ownerReferences: [{uid: j, kind: Job, controller: true}]}
            spec: {nodeName: a1}
            status: {phase: Succeeded}
            ---
            kind: Pod
            metadata: {name: elsewhere, ownerReferences: [{uid: x, kind: StatefulSet, controller: true}]}
            spec: {nodeName: b1}
            """;

    private static ClusterView seen(String... more) {
        return Seen.of(CLUSTER + String.join("", more));
    }

    private static FaultPlan cordon(@Nullable Nodes nodes, String... more) {
        return CORDON.plan(new NodeCordonFault.Spec(nodes), TARGET, seen(more), Seen.MOMENT);
    }

    private static FaultPlan drain(boolean allowDataLoss, String... more) {
        return DRAIN.plan(new NodeDrainFault.Spec(null, allowDataLoss), TARGET, seen(more), Seen.MOMENT);
    }

    private static FaultPlan taint(@Nullable Nodes nodes, String key, Effect effect) {
        return TAINT.plan(new NodeTaintFault.Spec(nodes, key, null, effect, false), TARGET, seen(), Seen.MOMENT);
    }

    private static List<String> changes(FaultPlan plan) {
        return ((FaultPlan.Planned) plan)
                .changes().stream().map(Change::describe).toList();
    }

    private static String refusal(FaultPlan plan) {
        return String.join("; ", ((FaultPlan.Impossible) plan).reasons());
    }

    private static List<String> hit(FaultPlan plan) {
        return ((FaultPlan.Planned) plan)
                .podsHit().stream().map(ObjectRef::toString).sorted().toList();
    }

    @Test
    void cordons_a_node_on_which_pods_of_the_target_run_and_hits_nobody() {
        FaultPlan plan = cordon(null);

        assertThat(changes(plan)).containsExactly("Node a1: spec.unschedulable: <absent> -> true");
        assertThat(hit(plan)).isEmpty();
    }

    @Test
    void chooses_among_the_selected_nodes() {
        assertThat(refusal(cordon(ZONE_B))).isEqualTo("Node b1 is cordoned already; choose other nodes");
        assertThat(refusal(cordon(new Nodes(ZONE_B.selector(), Mode.FIXED, 2)))).contains("only 1 such nodes");
    }

    @Test
    void refuses_where_no_pod_of_the_target_has_a_node() {
        FaultPlan plan = CORDON.plan(
                new NodeCordonFault.Spec(null),
                TARGET,
                Seen.of("{kind: Deployment, metadata: {name: cache}}"),
                Seen.MOMENT);

        assertThat(refusal(plan)).contains("no nodes on which pods of Deployment shop/cache run");
    }

    @Test
    void drains_as_kubectl_does_without_daemon_sets_static_and_finished_pods() {
        FaultPlan plan = drain(false);

        assertThat(changes(plan))
                .containsExactly(
                        "Node a1: spec.unschedulable: <absent> -> true",
                        "Pod finance/bank: evicted (its controller replaces it)",
                        "Pod shop/cache-1-a: evicted (its controller replaces it)");
        assertThat(hit(plan)).containsExactly("Pod finance/bank", "Pod shop/cache-1-a");
    }

    @Test
    void a_drain_of_a_cordoned_node_leaves_the_cordon_to_whoever_set_it() {
        FaultPlan plan = DRAIN.plan(new NodeDrainFault.Spec(ZONE_B, false), TARGET, seen(), Seen.MOMENT);

        assertThat(changes(plan)).containsExactly("Pod shop/elsewhere: evicted (its controller replaces it)");
    }

    @Test
    void a_drain_refuses_pods_that_nobody_brings_back() {
        String alone = """
                ---
                kind: Pod
                metadata: {name: alone}
                spec: {nodeName: a1}
                """;

        assertThat(refusal(drain(true, alone))).contains("Pod shop/alone has no controller");
    }

    @Test
    void a_drain_refuses_pods_with_data_unless_that_may_be_lost() {
        String data = """
                ---
                kind: Pod
                metadata: {name: data, ownerReferences: [{uid: x, kind: StatefulSet, controller: true}]}
                spec: {nodeName: a1, volumes: [{name: tmp, emptyDir: {}}]}
                """;

        assertThat(refusal(drain(false, data)))
                .contains("Pod shop/data has emptyDir data")
                .contains("allowDataLoss");
        assertThat(hit(drain(true, data))).contains("Pod shop/data");
    }

    @Test
    void a_drain_warns_of_budgets_that_do_not_let_all_pods_go() {
        String budget = """
                ---
                kind: PodDisruptionBudget
                metadata: {name: cache}
                spec: {selector: {matchLabels: {app: cache}}}
                status: {disruptionsAllowed: 0}
                ---
                kind: PodDisruptionBudget
                metadata: {name: cache, namespace: finance}
                spec: {selector: {matchLabels: {app: cache}}}
                """;

        assertThat(((FaultPlan.Planned) drain(false, budget)).warnings())
                .containsExactly("PodDisruptionBudget shop/cache lets 0 of its pods go now and 1 are to leave:"
                        + " some may stay");
    }

    @Test
    void a_taint_is_added_to_the_whole_list_because_that_is_one_field_to_kubernetes() {
        FaultPlan plan = taint(ZONE_B, "drill", Effect.NO_SCHEDULE);

        assertThat(changes(plan))
                .containsExactly("Node b1: spec.taints: [{key=old, effect=NoSchedule}] -> "
                        + "[{key=old, effect=NoSchedule}, {key=drill, effect=NoSchedule}]");
        assertThat(hit(plan)).isEmpty();
    }

    @Test
    void pods_that_do_not_tolerate_a_taint_that_drives_them_out_are_hit() {
        assertThat(hit(taint(null, "drill", Effect.NO_EXECUTE))).containsExactly("Pod shop/cache-1-a");
        assertThat(hit(taint(null, "other", Effect.NO_EXECUTE)))
                .containsExactly("Pod finance/bank", "Pod shop/cache-1-a");
    }

    @Test
    void refuses_a_taint_that_is_there_already_and_those_of_kubernetes() {
        assertThat(refusal(taint(ZONE_B, "old", Effect.NO_SCHEDULE))).contains("has a taint old:NoSchedule already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> taint(null, "node.kubernetes.io/unreachable", Effect.NO_EXECUTE))
                .withMessageContaining("use another key");
    }

    @Test
    void needs_permission_over_the_whole_cluster() {
        assertThat(DRAIN.permissions(new NodeDrainFault.Spec(null, false), TARGET))
                .extracting(Permission::toString)
                .contains("patch nodes", "list nodes", "list pods", "list namespaces", "create pods/eviction");
    }
}
