package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceSelectorFaultTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final ServiceSelectorFault FAULT = new ServiceSelectorFault();
    private static final ServiceSelectorFault.Spec PLAIN = new ServiceSelectorFault.Spec(null, null, null);
    private static final String CACHE = """
            kind: Deployment
            metadata: {name: cache, uid: d}
            spec: {template: {metadata: {labels: {app: cache, tier: data}}}}
            ---
            kind: ReplicaSet
            metadata: {name: cache-1, uid: rs, ownerReferences: [{uid: d, controller: true}]}
            ---
            kind: Pod
            metadata:
              name: cache-1-a
              labels: {app: cache, tier: data}
              ownerReferences: [{uid: rs, controller: true}]
            ---
            kind: Pod
            metadata: {name: other, labels: {app: other, tier: data}}
            """;
    private static final String SERVICE = """
            ---
            kind: Service
            metadata: {name: cache}
            spec: {selector: {tier: data, app: cache}}
            """;

    private static FaultPlan plan(ServiceSelectorFault.Spec spec, String... yaml) {
        return FAULT.plan(spec, TARGET, Seen.of(String.join("", yaml)), Seen.MOMENT);
    }

    private static String refusal(FaultPlan plan) {
        return String.join("; ", ((FaultPlan.Impossible) plan).reasons());
    }

    @Test
    void replaces_the_whole_selector_because_it_is_one_field_to_kubernetes() {
        FaultPlan plan = plan(PLAIN, CACHE, SERVICE);

        assertThat(((FaultPlan.Planned) plan).changes())
                .singleElement(type(Change.Edit.class))
                .satisfies(edit -> {
                    assertThat(edit.object()).hasToString("Service shop/cache");
                    assertThat(edit.edits())
                            .containsExactly(new FieldEdit(
                                    FieldPath.of("spec.selector"),
                                    new FieldValue.Json(Map.of("tier", "data", "app", "cache")),
                                    new FieldValue.Json(Map.of("tier", "data", "app", "nowhere-7"))));
                });
    }

    @Test
    void pods_that_nobody_reaches_any_more_are_hit() {
        FaultPlan.Planned plan = (FaultPlan.Planned) plan(PLAIN, CACHE, SERVICE);

        assertThat(plan.podsHit()).extracting(ObjectRef::name).containsExactly("cache-1-a");
        assertThat(plan.podsOfTarget()).isEqualTo(1);
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void warns_where_the_value_selects_other_pods() {
        FaultPlan plan = plan(new ServiceSelectorFault.Spec("cache", "app", "other"), CACHE, SERVICE);

        assertThat(((FaultPlan.Planned) plan).warnings())
                .containsExactly(
                        "Service shop/cache will still reach pods: 1 carry the labels that it then selects by");
    }

    @Test
    void refuses_to_guess_among_several_services_and_where_there_is_none() {
        String second = SERVICE.replace("name: cache", "name: cache-too");

        assertThat(refusal(plan(PLAIN, CACHE, SERVICE, second))).contains("cache, cache-too; name one with 'service'");
        assertThat(refusal(plan(PLAIN, CACHE))).contains("no Service selects the pods of Deployment shop/cache");
    }

    @Test
    void refuses_a_service_that_is_not_there_or_selects_nothing() {
        String external = """
                ---
                kind: Service
                metadata: {name: bank}
                spec: {externalName: bank.example}
                """;

        assertThat(refusal(plan(new ServiceSelectorFault.Spec("absent", null, null), CACHE)))
                .contains("Service shop/absent does not exist");
        assertThat(refusal(plan(new ServiceSelectorFault.Spec("bank", null, null), CACHE, external)))
                .contains("selects no pods");
    }

    @Test
    void refuses_what_would_change_nothing() {
        assertThat(refusal(plan(new ServiceSelectorFault.Spec("cache", "app", "cache"), CACHE, SERVICE)))
                .contains("selects app=cache already");
    }

    @Test
    void names_its_field_where_the_file_names_the_service() {
        assertThat(FAULT.fields(new ServiceSelectorFault.Spec("cache", null, null), TARGET))
                .extracting(FieldOf::toString)
                .containsExactly("spec.selector of Service shop/cache");
        assertThat(FAULT.fields(PLAIN, TARGET)).isEmpty();
    }

    @Test
    void needs_permission_for_one_service_where_the_file_names_it() {
        assertThat(FAULT.permissions(new ServiceSelectorFault.Spec("cache", null, null), TARGET))
                .extracting(Permission::toString)
                .contains("patch services cache in namespace shop", "list pods in namespace shop");
        assertThat(FAULT.permissions(PLAIN, TARGET))
                .extracting(Permission::toString)
                .contains("patch services in namespace shop");
    }
}
