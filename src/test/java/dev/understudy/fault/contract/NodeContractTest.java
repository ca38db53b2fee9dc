package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.fault.LabelSelector;
import dev.understudy.fault.Mode;
import dev.understudy.fault.NodeCordonFault;
import dev.understudy.fault.NodeDrainFault;
import dev.understudy.fault.NodeTaintFault;
import dev.understudy.fault.Nodes;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeSpecBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node of the test's own, called as its namespace, with the only place for the target's pods. */
class NodeContractTest extends FaultContract {
    private static final Taint TAINT = new Taint("NoExecute", "drill", null, null);

    @BeforeEach
    void aNodeWithPods() {
        people.nodes()
                .resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .addToLabels("only-for", namespace)
                        .addToLabels("understudy.dev/drills", "allowed")
                        .endMetadata()
                        .build())
                .create();
        create("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cache}
            spec:
              replicas: 2
              selector: {matchLabels: {app: cache}}
              template:
                metadata: {labels: {app: cache}}
                spec:
                  nodeSelector: {only-for: %s}
                  containers: [{name: app, image: "registry.k8s.io/pause:3.10"}]
            """.formatted(namespace));
        ready(2);
    }

    @AfterEach
    void removeNode() {
        if (people != null) {
            people.nodes().withName(namespace).delete();
        }
    }

    private Nodes own() {
        return new Nodes(new LabelSelector(Map.of("only-for", namespace), List.of()), Mode.ALL, null);
    }

    /** Waits, where containers run, until so many pods of the target are ready. */
    private void ready(int pods) {
        if (contender.runsContainers()) {
            eventually(() -> assertThat(read(ResourceType.DEPLOYMENT, "cache").number("status.readyReplicas", 0))
                    .isEqualTo(pods));
        }
    }

    private List<Pod> pods() {
        return people.pods().inNamespace(namespace).list().getItems();
    }

    private Object node(String path) {
        return field(ResourceType.NODE, namespace, path);
    }

    private List<Taint> taints() {
        return people.nodes().withName(namespace).get().getSpec().getTaints();
    }

    /** What a responder does; again where the node's own kubelet was faster. */
    private void repair(UnaryOperator<NodeSpecBuilder> change) {
        eventually(() -> people.nodes().withName(namespace).edit(node -> {
            node.setSpec(change.apply(new NodeSpecBuilder(node.getSpec())).build());
            return node;
        }));
    }

    @Test
    void new_pods_keep_away_from_a_cordoned_node_until_the_undo() {
        List<Change> made = inject(new NodeCordonFault(), new NodeCordonFault.Spec(own()), deployment("cache"));
        people.pods()
                .inNamespace(namespace)
                .withName(pods().getFirst().getMetadata().getName())
                .delete();
        ready(1);
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(node("spec.unschedulable")).isEqualTo("<absent>");
        ready(2);
    }

    @Test
    void an_uncordoned_node_is_left_alone() {
        List<Change> made = inject(new NodeCordonFault(), new NodeCordonFault.Spec(own()), deployment("cache"));
        repair(node -> node.withUnschedulable(null));
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.RESTORED);
    }

    @Test
    void a_drained_node_has_no_pods_until_the_undo() {
        NodeDrainFault.Spec spec = new NodeDrainFault.Spec(own(), false);

        List<Change> made = inject(new NodeDrainFault(), spec, deployment("cache"));
        ready(0);
        List<Undone> undone = undo(made);

        assertThat(undone)
                .extracting(Undone::result)
                .contains(UndoResult.UNDONE)
                .doesNotContain(UndoResult.FAILED, UndoResult.DIVERGED);
        ready(2);
    }

    @Test
    void pods_leave_a_tainted_node_until_the_undo() {
        NodeTaintFault.Spec spec =
                new NodeTaintFault.Spec(own(), "drill", null, NodeTaintFault.Effect.NO_EXECUTE, false);

        List<Change> made = inject(new NodeTaintFault(), spec, deployment("cache"));
        ready(0);
        assertThat(taints()).contains(TAINT);
        undo(made);

        assertThat(taints()).doesNotContain(TAINT);
        ready(2);
    }

    @Test
    void a_taint_that_a_responder_took_away_is_left_alone() {
        NodeTaintFault.Spec spec =
                new NodeTaintFault.Spec(own(), "drill", null, NodeTaintFault.Effect.NO_EXECUTE, false);

        List<Change> made = inject(new NodeTaintFault(), spec, deployment("cache"));
        repair(node -> node.removeFromTaints(TAINT));
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.RESTORED);
        ready(2);
    }
}
