package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.Mode;
import dev.understudy.fault.PodKillFault;
import dev.understudy.fault.Target;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PodKillContractTest extends WorkloadContract {
    private static final PodKillFault KILL = new PodKillFault();
    private static final PodKillFault.Spec TWO = new PodKillFault.Spec(Mode.FIXED, 2, null, null, false);
    private static final PodKillFault.Spec ALL_AT_ONCE =
            new PodKillFault.Spec(Mode.ALL, null, null, Duration.ZERO, false);

    @ParameterizedTest
    @EnumSource(names = {"DEPLOYMENT", "STATEFUL_SET"})
    void killed_pods_are_replaced_and_the_others_stay(WorkloadKind kind) {
        Target target = start(kind, 3, "", "");
        Set<String> before = uids();

        List<Change> made = inject(KILL, TWO, target);

        eventually(() -> assertThat(uids()).hasSize(3).satisfies(now -> {
            Set<String> kept = new HashSet<>(now);
            kept.retainAll(before);
            assertThat(kept).hasSize(1);
        }));
        assertThat(undo(made)).extracting(Undone::result).containsOnly(UndoResult.SELF_ENDING);
        settled(target, 3);
    }

    @Test
    void pods_killed_without_grace_are_gone_at_once() {
        Target target = start(WorkloadKind.DEPLOYMENT, 2, "", "");
        Set<String> before = uids();

        List<Change> made = inject(KILL, ALL_AT_ONCE, target);

        made.forEach(change -> assertThat(
                        find(ResourceType.POD, change.object().name()).filter(pod -> before.contains(pod.uid())))
                .isEmpty());
    }

    @Test
    void a_budget_does_not_protect_from_being_killed() {
        Target target = start(WorkloadKind.DEPLOYMENT, 2, "", "");
        create("""
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: cache}
            spec: {minAvailable: 2, selector: {matchLabels: {app: cache}}}
            """);
        Set<String> before = uids();

        inject(KILL, TWO, target);

        eventually(() -> assertThat(uids()).hasSize(2).doesNotContainAnyElementsOf(before));
    }
}
