package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.FaultSpec;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.Target;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every fault promises that changes a pod template: it rolls out, and its undo leaves nothing of it. */
abstract class TemplateContract<S extends FaultSpec> extends WorkloadContract {
    private static final FieldPath TEMPLATE = FieldPath.of("spec.template");

    abstract FaultType<S> fault();

    /** What a scenario says, for a workload whose container holds what {@link #container()} says. */
    abstract S spec();

    /** What the container holds beside name and image, as lines of YAML. */
    String container() {
        return "";
    }

    /** Asserts that a pod of the fault's revision shows the fault; only asked where containers run. */
    abstract void assertEffect();

    Target start(WorkloadKind kind, int replicas) {
        return start(kind, replicas, "", container());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPLOYMENT", "STATEFUL_SET"})
    void the_pods_show_the_fault_and_after_the_undo_the_old_template_again(WorkloadKind kind) {
        Target target = start(kind, 2);
        Object before = template(target);

        List<Change> made = inject(fault(), spec(), target);
        assertThat(template(target)).isNotEqualTo(before);
        if (contender.runsContainers()) {
            eventually(this::assertEffect);
        }
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsOnly(UndoResult.UNDONE);
        assertThat(template(target)).isEqualTo(before);
        if (contender.runsContainers()) {
            settled(target, 2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPLOYMENT", "STATEFUL_SET"})
    void a_later_rollback_does_not_find_the_fault(WorkloadKind kind) {
        Target target = start(kind, 1);

        List<Change> made = inject(fault(), spec(), target);
        eventually(() -> assertThat(revisions(target)).hasSize(2));
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::detail).noneMatch(detail -> detail.contains("afterwards:"));
        assertThat(revisions(target)).hasSize(1);
    }

    @Test
    void nobody_of_us_owns_a_field_after_the_undo() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);

        undo(inject(fault(), spec(), target));

        assertThat(workload(target)
                        .json(FieldPath.of("metadata.managedFields"))
                        .orElse("")
                        .toString())
                .doesNotContain(MANAGER);
    }

    @Test
    void a_template_that_a_responder_rolled_back_is_left_alone() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        Object before = template(target);
        List<Change> made = inject(fault(), spec(), target);
        rollBack(target, before);
        String version = workload(target)
                .json(FieldPath.of("metadata.generation"))
                .orElseThrow()
                .toString();

        List<Undone> undone = undo(made);

        assertThat(undone)
                .filteredOn(u -> u.change().object().equals(target.object()))
                .extracting(Undone::result)
                .containsOnly(UndoResult.RESTORED);
        assertThat(workload(target).json(FieldPath.of("metadata.generation")).orElseThrow())
                .hasToString(version);
    }

    Object template(Target target) {
        return workload(target).json(TEMPLATE).orElseThrow();
    }

    /** Puts a template back as {@code kubectl rollout undo} does. */
    void rollBack(Target target, Object template) {
        Map<String, Object> replace = Map.of("op", "replace", "path", "/spec/template", "value", template);
        resource(target).patch(PatchContext.of(PatchType.JSON), Serialization.asJson(List.of(replace)));
    }

    /** Sets a field of the container as {@code kubectl set} does. */
    void set(Target target, String field, Object value) {
        Map<String, Object> container = Map.of("name", "app", field, value);
        Map<String, Object> pod = Map.of("spec", Map.of("containers", List.of(container)));
        resource(target)
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        Serialization.asJson(Map.of("spec", Map.of("template", pod))));
    }

    private Resource<GenericKubernetesResource> resource(Target target) {
        return people.genericKubernetesResources(
                        "apps/v1", target.workload().kind().word())
                .inNamespace(namespace)
                .withName("cache");
    }

    List<ClusterObject> revisions(Target target) {
        ResourceType type =
                target.workload().kind() == WorkloadKind.DEPLOYMENT ? ResourceType.REPLICA_SET : ResourceType.REVISION;
        return cluster.observe(new Scope(namespace, Set.of(type))).all(type);
    }

    /** Returns the reasons for which containers of the living pods wait. */
    List<String> waiting() {
        return ofPods("status.containerStatuses[name=app].state.waiting.reason");
    }
}
