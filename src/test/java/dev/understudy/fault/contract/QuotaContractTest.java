package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.fault.QuotaFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuotaContractTest extends FaultContract {
    private static final QuotaFault FAULT = new QuotaFault();
    private static final QuotaFault.Spec FULL = new QuotaFault.Spec(Map.of());

    @BeforeEach
    void aWorkload() {
        create("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cache}
            spec:
              replicas: 1
              selector: {matchLabels: {app: cache}}
              template:
                metadata: {labels: {app: cache}}
                spec: {containers: [{name: app, image: "registry.k8s.io/pause:3.10"}]}
            """);
        pods(1);
    }

    private void pods(int number) {
        eventually(() -> assertThat(field(ResourceType.DEPLOYMENT, "cache", "status.replicas"))
                .isEqualTo(number));
    }

    private List<Change> fill() {
        List<Change> made = inject(FAULT, FULL, deployment("cache"));
        // a quota holds once its controller has counted what is there
        eventually(() -> assertThat(
                        find(ResourceType.QUOTA, made.getFirst().object().name())
                                .orElseThrow()
                                .json(FieldPath.of("status.used.pods")))
                .contains("1"));
        return made;
    }

    private void scale(int replicas) {
        people.apps().deployments().inNamespace(namespace).withName("cache").scale(replicas);
    }

    @Test
    void no_pod_comes_into_a_full_namespace_until_the_undo() {
        List<Change> made = fill();
        scale(2);
        eventually(() -> assertThat(people.apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withName("cache")
                        .get()
                        .getStatus()
                        .getConditions())
                .anyMatch(condition -> condition.getType().equals("ReplicaFailure")));
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        pods(2);
    }

    @Test
    void a_quota_that_a_responder_deleted_is_gone() {
        List<Change> made = fill();
        people.resourceQuotas().inNamespace(namespace).delete();
        eventually(() -> assertThat(
                        people.resourceQuotas().inNamespace(namespace).list().getItems())
                .isEmpty());
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.GONE);
    }
}
