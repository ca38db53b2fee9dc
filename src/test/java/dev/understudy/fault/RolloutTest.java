package dev.understudy.fault;

import static dev.understudy.fault.Plans.planned;
import static dev.understudy.fault.Plans.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutTest {
    private static final String POD = "containers: [{name: app, image: cache:1}]";

    private static FaultPlan plan(WorkloadKind kind, String seen, boolean allAtOnce) {
        return new ImageFault()
                .plan(
                        new ImageFault.Spec(null, "cache:2", allAtOnce),
                        new Target("shop", new Workload(kind, "cache")),
                        Seen.of(seen),
                        Seen.MOMENT);
    }

    private static FaultPlan deployment(String spec) {
        return plan(WorkloadKind.DEPLOYMENT, Templates.deployment(spec, POD) + Templates.pods(3), false);
    }

    private static FaultPlan statefulSet(String spec) {
        return statefulSet(spec, false);
    }

    private static FaultPlan statefulSet(String spec, boolean allAtOnce) {
        return plan(
                WorkloadKind.STATEFUL_SET,
                Templates.workload("StatefulSet", spec, POD) + Templates.pods(3, "uid-cache"),
                allAtOnce);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|3 of 3", // 25% of 3, rounded down, is none
                "rollingUpdate: {maxUnavailable: 0, maxSurge: 1}|3 of 3",
                "rollingUpdate: {maxUnavailable: 1}|2 of 3",
                "rollingUpdate: {maxUnavailable: 67%}|1 of 3",
                "rollingUpdate: {maxUnavailable: 0, maxSurge: 0%}|2 of 3"
            })
    void says_how_many_old_pods_a_stuck_roll_out_leaves_in_place(String strategy, String kept) {
        FaultPlan plan = deployment("strategy: {" + (strategy == null ? "" : strategy) + "}, ");

        assertThat(planned(plan).warnings()).singleElement().asString().contains(kept + " pods", "allAtOnce");
        assertThat(planned(plan).podsHit()).hasSize(3);
    }

    @Test
    void a_deployment_that_replaces_all_at_once_anyway_needs_no_warning() {
        assertThat(planned(deployment("strategy: {type: Recreate}, ")).warnings())
                .isEmpty();
        assertThat(planned(deployment("strategy: {rollingUpdate: {maxUnavailable: 100%}}, "))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_stateful_set_stops_at_its_first_broken_pod() {
        assertThat(planned(statefulSet("")).warnings())
                .singleElement()
                .asString()
                .contains("2 of 3 pods");
        assertThat(refusal(statefulSet("", true))).contains("one after the other", "leave out allAtOnce");
    }

    @Test
    void a_daemon_set_lets_one_go_unless_it_says_otherwise() {
        String seen =
                Templates.workload("DaemonSet", "", POD).replace("replicas: 3,", "") + Templates.pods(3, "uid-cache");
        FaultPlan plan = plan(WorkloadKind.DAEMON_SET, seen, false);

        assertThat(planned(plan).warnings()).singleElement().asString().contains("2 of 3 pods", "allAtOnce");
        assertThat(Plans.edits(plan(WorkloadKind.DAEMON_SET, seen, true)))
                .contains("spec.updateStrategy.rollingUpdate.maxUnavailable: <absent> -> 100%");
    }

    @Test
    void pods_below_the_partition_are_not_hit() {
        FaultPlan plan = statefulSet("updateStrategy: {rollingUpdate: {partition: 2}}, ");

        assertThat(planned(plan).podsHit()).extracting(ObjectRef::name).containsExactly("cache-2");
        assertThat(planned(plan).podsOfTarget()).isEqualTo(3);
        assertThat(refusal(statefulSet("updateStrategy: {rollingUpdate: {partition: 3}}, ")))
                .contains("keeps all its pods on the old revision (partition 3)");
    }

    @Test
    void refuses_where_no_pod_would_be_replaced() {
        assertThat(refusal(deployment("paused: true, "))).contains("is paused", "kubectl rollout resume");
        assertThat(refusal(statefulSet("updateStrategy: {type: OnDelete}, "))).contains("OnDelete");
        assertThat(refusal(plan(WorkloadKind.DEPLOYMENT, Templates.deployment("", POD), false)))
                .contains("has no pods that could be replaced");
    }
}
