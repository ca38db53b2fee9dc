package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.ResourcesFault;
import dev.understudy.fault.ResourcesFault.Amounts;
import dev.understudy.fault.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ResourcesContractTest extends TemplateContract<ResourcesFault.Spec> {
    @Override
    FaultType<ResourcesFault.Spec> fault() {
        return new ResourcesFault();
    }

    /** Too little for anything, and spelled in another way than the server does. */
    @Override
    ResourcesFault.Spec spec() {
        return new ResourcesFault.Spec(null, new Amounts(null, "6144Ki"), new Amounts("0.01", "6144Ki"), false);
    }

    @Override
    String container() {
        return "resources: {requests: {cpu: 20m, memory: 64Mi}, limits: {memory: 64Mi}}";
    }

    @Override
    void assertEffect() {
        assertThat(ofPods("status.containerStatuses[name=app].lastState.terminated.reason"))
                .contains("OOMKilled");
    }

    @Test
    void an_amount_is_owned_as_the_server_spells_it() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);

        List<Change> made = planned(fault(), spec(), target);

        assertThat(made.getFirst().describe()).contains("limits.memory: 64Mi -> 6Mi", "requests.cpu: 20m -> 10m");
    }

    @Test
    void a_request_that_no_node_has_leaves_pods_without_a_place() {
        Assumptions.assumeTrue(contender.runsContainers());
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        var huge = new ResourcesFault.Spec(null, null, new Amounts("4000", null), false);

        List<Change> made = inject(fault(), huge, target);
        eventually(() -> assertThat(ofPods("status.conditions[type=PodScheduled].reason"))
                .contains("Unschedulable"));
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        settled(target, 1);
    }

    @Test
    void a_limit_that_a_responder_raised_stays() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        List<Change> made = inject(fault(), spec(), target);
        set(target, "resources", Map.of("limits", Map.of("memory", "256Mi")));

        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.DIVERGED);
        assertThat(field(
                        target.object().type(),
                        "cache",
                        "spec.template.spec.containers[name=app].resources.limits.memory"))
                .isEqualTo("256Mi");
        assertThat(field(
                        target.object().type(),
                        "cache",
                        "spec.template.spec.containers[name=app].resources.requests.cpu"))
                .isEqualTo("20m");
    }
}
