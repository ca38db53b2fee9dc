package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.fault.ScaleFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleContractTest extends FaultContract {
    private static final ScaleFault SCALE = new ScaleFault();

    @Test
    void a_workload_scaled_to_nothing_has_no_pods_until_the_undo() {
        create("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cache}
            spec:
              replicas: 2
              selector: {matchLabels: {app: cache}}
              template:
                metadata: {labels: {app: cache}}
                spec: {containers: [{name: app, image: "registry.k8s.io/pause:3.10"}]}
            """);
        eventually(() -> assertThat(field(ResourceType.DEPLOYMENT, "cache", "status.readyReplicas"))
                .isEqualTo(2));

        List<Change> made = inject(SCALE, new ScaleFault.Spec(0), deployment("cache"));
        eventually(() -> assertThat(field(ResourceType.DEPLOYMENT, "cache", "status.replicas"))
                .isIn("<absent>", 0));
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        eventually(() -> assertThat(field(ResourceType.DEPLOYMENT, "cache", "status.readyReplicas"))
                .isEqualTo(2));
    }
}
