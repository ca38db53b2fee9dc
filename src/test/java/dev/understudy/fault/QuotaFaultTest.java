package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaFaultTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final QuotaFault FAULT = new QuotaFault();
    private static final String SHOP = """
            {kind: Deployment, metadata: {name: cache, uid: d}}
            ---
            {kind: Pod, metadata: {name: a, ownerReferences: [{uid: d, controller: true}]}}
            ---
            {kind: Pod, metadata: {name: b}}
            ---
            {kind: Pod, metadata: {name: finished}, status: {phase: Succeeded}}
            """;

    private static FaultPlan.Planned plan(Map<String, Object> hard, String... more) {
        return (FaultPlan.Planned)
                FAULT.plan(new QuotaFault.Spec(hard), TARGET, Seen.of(SHOP + String.join("", more)), Seen.MOMENT);
    }

    private static Object hard(FaultPlan.Planned plan) {
        Change.Create created = (Change.Create) plan.changes().getFirst();
        Map<?, ?> spec = (Map<?, ?>) Objects.requireNonNull(created.manifest().get("spec"));
        return Objects.requireNonNull(spec.get("hard"));
    }

    @Test
    void allows_as_many_pods_as_there_are_when_nothing_is_said() {
        FaultPlan.Planned plan = plan(Map.of());

        assertThat(hard(plan)).isEqualTo(Map.of("pods", "2"));
        assertThat(plan.podsHit()).isEmpty();
        assertThat(plan.podsOfTarget()).isEqualTo(1);
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void takes_numbers_and_quantities() {
        assertThat(hard(plan(Map.of("pods", 3, "requests.memory", "1Gi"))))
                .isEqualTo(Map.of("pods", "3", "requests.memory", "1Gi"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Map.of("pods", List.of())))
                .withMessageContaining("must be a quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"configmaps", "secrets", "count/configmaps", "count/secrets", "count/jobs.batch"})
    void never_covers_the_kinds_of_the_record(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuotaFault.Spec(Map.of(name, 0)))
                .withMessageContaining("could refuse the drill's own record");
    }

    @Test
    void warns_where_pods_must_say_what_they_want_and_where_another_quota_stands() {
        String other = "---\n{kind: ResourceQuota, metadata: {name: team}}\n";

        assertThat(plan(Map.of("limits.cpu", 1), other).warnings())
                .hasSize(2)
                .anyMatch(w -> w.contains("every new pod of the namespace is refused"))
                .anyMatch(w -> w.contains("ResourceQuota shop/team limits the namespace already"));
    }

    @Test
    void needs_permission_to_create_and_delete_quotas() {
        assertThat(FAULT.permissions(new QuotaFault.Spec(Map.of()), TARGET))
                .extracting(Permission::toString)
                .contains("create resourcequotas in namespace shop", "delete resourcequotas in namespace shop");
    }
}
