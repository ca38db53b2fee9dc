package dev.understudy.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolloutSlackTest {
    @Test
    void a_deployment_is_rolled_out_while_pods_of_an_older_template_are_there() {
        assertThat(RolloutSlack.underWay(deployment(Map.of(), Map.of("replicas", 4, "updatedReplicas", 1))))
                .isTrue();
        assertThat(RolloutSlack.underWay(deployment(Map.of(), Map.of("replicas", 4, "updatedReplicas", 4))))
                .isFalse();
    }

    @Test
    void pods_that_cannot_be_made_are_no_rollout() {
        assertThat(RolloutSlack.underWay(
                        deployment(Map.of("replicas", 4), Map.of("replicas", 2, "updatedReplicas", 2))))
                .isFalse();
    }

    @Test
    void a_template_that_its_controller_has_not_seen_yet_is_a_rollout() {
        ClusterObject changed = new ClusterObject(
                ref(ResourceType.DEPLOYMENT),
                Map.of("metadata", Map.of("generation", 5), "status", Map.of("observedGeneration", 4)));

        assertThat(RolloutSlack.underWay(changed)).isTrue();
    }

    @Test
    void stateful_and_daemon_sets_tell_by_their_revisions() {
        assertThat(RolloutSlack.underWay(new ClusterObject(
                        ref(ResourceType.STATEFUL_SET),
                        Map.of("status", Map.of("currentRevision", "db-1", "updateRevision", "db-2")))))
                .isTrue();
        assertThat(RolloutSlack.underWay(new ClusterObject(
                        ref(ResourceType.DAEMON_SET),
                        Map.of("status", Map.of("currentNumberScheduled", 4, "updatedNumberScheduled", 3)))))
                .isTrue();
    }

    @Test
    void a_strategy_that_waits_for_somebody_is_no_rollout_however_long_it_lasts() {
        Map<String, Object> status = Map.of("currentRevision", "db-1", "updateRevision", "db-2");

        assertThat(RolloutSlack.underWay(new ClusterObject(
                        ref(ResourceType.STATEFUL_SET),
                        Map.of(
                                "spec",
                                Map.of("updateStrategy", Map.of("rollingUpdate", Map.of("partition", 2))),
                                "status",
                                status))))
                .isFalse();
        assertThat(RolloutSlack.underWay(new ClusterObject(
                        ref(ResourceType.STATEFUL_SET),
                        Map.of("spec", Map.of("updateStrategy", Map.of("type", "OnDelete")), "status", status))))
                .isFalse();
    }

    @Test
    void it_may_miss_what_its_own_strategy_allows_and_a_quarter_rounded_down_when_it_says_nothing() {
        assertThat(RolloutSlack.spare(deployment(Map.of(), Map.of()), 7)).isEqualTo(1);
        assertThat(RolloutSlack.spare(deployment(rolling("50%"), Map.of()), 7)).isEqualTo(3);
        assertThat(RolloutSlack.spare(deployment(rolling(2), Map.of()), 7)).isEqualTo(2);
        assertThat(RolloutSlack.spare(deployment(Map.of("strategy", Map.of("type", "Recreate")), Map.of()), 7))
                .isEqualTo(7);
        assertThat(RolloutSlack.spare(new ClusterObject(ref(ResourceType.DAEMON_SET), Map.of()), 7))
                .isEqualTo(1);
    }

    private static Map<String, Object> rolling(Object maxUnavailable) {
        return Map.of("strategy", Map.of("rollingUpdate", Map.of("maxUnavailable", maxUnavailable)));
    }

    private static ClusterObject deployment(Map<String, Object> spec, Map<String, Object> status) {
        return new ClusterObject(ref(ResourceType.DEPLOYMENT), Map.of("spec", spec, "status", status));
    }

    private static ObjectRef ref(ResourceType type) {
        return new ObjectRef(type, "shop", "any");
    }
}
