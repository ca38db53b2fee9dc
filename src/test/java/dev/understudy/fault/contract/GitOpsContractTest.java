package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.fault.ScaleFault;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workload that a controller keeps as a repository says; the test plays that controller. */
class GitOpsContractTest extends FaultContract {
    private static final ScaleFault SCALE = new ScaleFault();

    @BeforeEach
    void whatTheRepositorySays() {
        sync(2);
    }

    private void sync(int replicas) {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: cache
                  namespace: %s
                  annotations: {argocd.argoproj.io/tracking-id: "shop:apps/Deployment:shop/cache"}
                spec:
                  replicas: %d
                  selector: {matchLabels: {app: cache}}
                  template:
                    metadata: {labels: {app: cache}}
                    spec: {containers: [{name: app, image: "registry.k8s.io/pause:3.10"}]}
                """.formatted(namespace, replicas);
        people.resource(Serialization.unmarshal(manifest, Deployment.class))
                .fieldManager("argocd-controller")
                .forceConflicts()
                .serverSideApply();
    }

    @Test
    void what_its_keeper_put_right_is_restored_by_the_keeper() {
        List<Change> made = inject(SCALE, new ScaleFault.Spec(0), deployment("cache"));
        sync(2);
        Undone undone = undo(made).getFirst();

        assertThat(undone.result()).isEqualTo(UndoResult.RESTORED);
        assertThat(undone.by()).isEqualTo("argocd-controller");
    }

    @Test
    void what_its_keeper_has_set_otherwise_is_diverged_by_the_keeper() {
        List<Change> made = inject(SCALE, new ScaleFault.Spec(0), deployment("cache"));
        sync(3);
        Undone undone = undo(made).getFirst();

        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(undone.by()).isEqualTo("argocd-controller");
        assertThat(field(ResourceType.DEPLOYMENT, "cache", "spec.replicas")).isEqualTo(3);
    }

    @Test
    void after_an_undo_its_keeper_meets_no_conflict() {
        List<Change> made = inject(SCALE, new ScaleFault.Spec(0), deployment("cache"));
        undo(made);

        assertThat(field(ResourceType.DEPLOYMENT, "cache", "spec.replicas")).isEqualTo(2);
        sync(4);
        assertThat(field(ResourceType.DEPLOYMENT, "cache", "spec.replicas")).isEqualTo(4);
    }
}
