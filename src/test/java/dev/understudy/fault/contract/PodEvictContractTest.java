package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.Mode;
import dev.understudy.fault.PodEvictFault;
import dev.understudy.fault.Target;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PodEvictContractTest extends WorkloadContract {
    private static final PodEvictFault EVICT = new PodEvictFault();
    private static final PodEvictFault.Spec ALL = new PodEvictFault.Spec(Mode.ALL, null, null, false);

    @Test
    void evicted_pods_are_replaced() {
        Target target = start(WorkloadKind.DEPLOYMENT, 2, "", "");
        Set<String> before = uids();

        List<Change> made = inject(EVICT, ALL, target);

        eventually(() -> assertThat(uids()).hasSize(2).doesNotContainAnyElementsOf(before));
        assertThat(undo(made)).extracting(Undone::result).containsOnly(UndoResult.SELF_ENDING);
        settled(target, 2);
    }

    @Test
    void what_a_budget_holds_back_stays_until_there_is_room() {
        // a pod that waits is no serving one, and no budget protects it
        Assumptions.assumeTrue(contender.runsContainers());
        Target target = start(WorkloadKind.DEPLOYMENT, 2, "", "");
        create("""
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: cache}
            spec: {minAvailable: 1, selector: {matchLabels: {app: cache}}}
            """);
        eventually(() -> assertThat(field(ResourceType.BUDGET, "cache", "status.disruptionsAllowed"))
                .isEqualTo(1));
        List<Change> planned = planned(EVICT, ALL, target);

        Applied first = changes.apply(planned.getFirst(), MANAGER);
        Applied second = changes.apply(planned.getLast(), MANAGER);

        assertThat(first).isInstanceOf(Applied.Made.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Applied.HeldBack.class,
                        held -> assertThat(held.why()).contains("disruption budget cache needs 1 healthy pods"));
        assertThat(find(ResourceType.POD, planned.getLast().object().name())).isPresent();
        eventually(() -> assertThat(changes.apply(planned.getLast(), MANAGER)).isInstanceOf(Applied.Made.class));
    }
}
