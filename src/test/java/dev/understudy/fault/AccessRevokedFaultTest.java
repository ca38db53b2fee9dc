package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import org.junit.jupiter.api.Test;

class AccessRevokedFaultTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final AccessRevokedFault FAULT = new AccessRevokedFault();
    private static final AccessRevokedFault.Spec SPEC = new AccessRevokedFault.Spec("deployers");
    private static final String BINDING = """
            kind: RoleBinding
            metadata: {name: deployers%s}
            roleRef: {kind: ClusterRole, name: edit}
            subjects: %s
            """;

    private static FaultPlan plan(String metadata, String subjects) {
        return FAULT.plan(SPEC, TARGET, Seen.of(BINDING.formatted(metadata, subjects)), Seen.MOMENT);
    }

    private static String refusal(FaultPlan plan) {
        return String.join("; ", ((FaultPlan.Impossible) plan).reasons());
    }

    @Test
    void deletes_the_binding_and_hits_no_pod() {
        FaultPlan.Planned plan = (FaultPlan.Planned) plan("", "[{kind: User, name: bo}]");

        assertThat(plan.changes()).extracting(Change::describe).containsExactly("RoleBinding shop/deployers: deleted");
        assertThat(plan.podsHit()).isEmpty();
    }

    @Test
    void refuses_a_binding_that_is_not_there() {
        FaultPlan plan = FAULT.plan(SPEC, TARGET, Seen.of("{kind: Deployment, metadata: {name: cache}}"), Seen.MOMENT);

        assertThat(refusal(plan)).contains("RoleBinding shop/deployers does not exist");
    }

    @Test
    void refuses_a_binding_with_an_owner_or_finalizers_and_one_of_nobody() {
        String somebody = "[{kind: User, name: bo}]";

        assertThat(refusal(plan(", ownerReferences: [{uid: x}]", somebody))).contains("has an owner");
        assertThat(refusal(plan(", finalizers: [example.com/audit]", somebody))).contains("has finalizers");
        assertThat(refusal(plan("", "[]"))).contains("binds nobody");
    }

    @Test
    void asks_for_what_the_undo_needs_too() {
        assertThat(FAULT.permissions(SPEC, TARGET))
                .extracting(Permission::toString)
                .contains(
                        "delete rolebindings.rbac.authorization.k8s.io deployers in namespace shop",
                        "create rolebindings.rbac.authorization.k8s.io in namespace shop",
                        "patch rolebindings.rbac.authorization.k8s.io deployers in namespace shop");
    }
}
