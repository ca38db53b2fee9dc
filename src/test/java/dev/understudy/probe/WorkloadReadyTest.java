package dev.understudy.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkloadReadyTest {
    private static final ObjectRef CHECKOUT = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "checkout");
    private static final ObjectRef SHIPPER = new ObjectRef(ResourceType.DAEMON_SET, "shop", "log-shipper");

    @Test
    void a_percentage_is_of_min_replicas_where_an_autoscaler_targets_the_workload() {
        ClusterView view = view(
                new ClusterObject(CHECKOUT, Map.of("spec", Map.of("replicas", 7))),
                new ClusterObject(
                        new ObjectRef(ResourceType.AUTOSCALER, "shop", "checkout"),
                        Map.of(
                                "spec",
                                Map.of(
                                        "minReplicas",
                                        2,
                                        "scaleTargetRef",
                                        Map.of("kind", "Deployment", "name", "checkout")))));

        assertThat(WorkloadReady.desired(CHECKOUT, view)).isEqualTo(2);
    }

    @Test
    void a_daemon_set_asks_for_one_pod_on_each_of_its_nodes() {
        ClusterObject shipper =
                new ClusterObject(SHIPPER, Map.of("status", Map.of("desiredNumberScheduled", 4, "numberReady", 3)));

        assertThat(WorkloadReady.desired(SHIPPER, view(shipper))).isEqualTo(4);
        assertThat(WorkloadReady.quality(shipper, 4)).isEqualTo(Quality.BAD);
        assertThat(WorkloadReady.quality(shipper, 3)).isEqualTo(Quality.GOOD);
    }

    @Test
    void a_workload_that_does_not_exist_asks_for_nothing() {
        assertThat(WorkloadReady.desired(CHECKOUT, view())).isZero();
    }

    private static ClusterView view(ClusterObject... objects) {
        return new ClusterView(Instant.EPOCH, Stream.of(objects).collect(Collectors.toMap(ClusterObject::ref, o -> o)));
    }
}
