package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class ManifestFaultTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final ManifestFault FAULT = new ManifestFault();
    private static final String SHOP = """
            {kind: Deployment, metadata: {name: cache, uid: d}}
            ---
            {kind: Pod, metadata: {name: a, labels: {app: cache}, ownerReferences: [{uid: d, controller: true}]}}
            ---
            {kind: Pod, metadata: {name: b, labels: {app: cache}, ownerReferences: [{uid: d, controller: true}]}}
            """;
    private static final String LIMITS =
            "{apiVersion: v1, kind: LimitRange, metadata: {name: small}, spec: {limits: []}}";

    private static ManifestFault.Spec spec(Map<String, String> resources, String... objects) {
        return new ManifestFault.Spec(
                List.of(objects).stream()
                        .<Map<String, Object>>map(yaml -> new Yaml().load(yaml))
                        .toList(),
                resources);
    }

    private static FaultPlan plan(String... objects) {
        return FAULT.plan(spec(Map.of(), objects), TARGET, Seen.of(SHOP), Seen.MOMENT);
    }

    private static String refusal(FaultPlan plan) {
        return String.join("; ", ((FaultPlan.Impossible) plan).reasons());
    }

    private static List<String> hit(FaultPlan plan) {
        return ((FaultPlan.Planned) plan)
                .podsHit().stream().map(ObjectRef::name).sorted().toList();
    }

    private static String podChaos(String spec) {
        return "{apiVersion: chaos-mesh.org/v1alpha1, kind: PodChaos, metadata: {name: kill}, spec: {%s}}"
                .formatted(spec);
    }

    private static String engine(String appinfo) {
        return "{apiVersion: litmuschaos.io/v1alpha1, kind: ChaosEngine, metadata: {name: e}, spec: {appinfo: {%s}}}"
                .formatted(appinfo);
    }

    @Test
    void creates_the_objects_in_the_target_namespace_and_warns_that_it_knows_no_pods() {
        FaultPlan.Planned plan = (FaultPlan.Planned) plan(LIMITS);

        assertThat(plan.changes()).singleElement().isInstanceOfSatisfying(Change.Create.class, create -> {
            assertThat(create.object()).hasToString("LimitRange shop/small");
            assertThat(create.mark()).hasSize(16);
            assertThat(create.manifest()).containsEntry("metadata", Map.of("name", "small", "namespace", "shop"));
        });
        assertThat(plan.warnings()).singleElement().asString().contains("which pods it hits is not known");
    }

    @Test
    void knows_the_kinds_of_chaos_mesh_and_litmus_and_what_the_file_tells() {
        Map<String, String> told = Map.of("Certificate", "certificates");
        String certificate = "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c}}";

        assertThat(FAULT.permissions(spec(told, podChaos(""), engine(""), certificate), TARGET))
                .extracting(Permission::toString)
                .contains(
                        "create podchaos.chaos-mesh.org in namespace shop",
                        "delete chaosengines.litmuschaos.io e in namespace shop",
                        "get certificates.cert-manager.io c in namespace shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: Pod, metadata: {name: x}} | needs apiVersion, kind and metadata.name",
                "{apiVersion: v1, kind: Pod, metadata: {generateName: x}} | needs apiVersion, kind and metadata.name",
                "{apiVersion: a.example/v1, kind: Thing, metadata: {name: x}} | the plural of Thing in a.example/v1 is not known",
                "{apiVersion: v1, kind: Pod, metadata: {name: x, finalizers: [a]}} | has finalizers",
                "{apiVersion: v1, kind: Pod, metadata: {name: x, ownerReferences: [{}]}} | has an owner",
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: x}, spec: {hard: {secrets: 1}}} | own record"
            })
    void refuses_to_read_what_could_not_be_taken_back(String object, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec(Map.of(), object))
                .withMessageContaining(why);
    }

    @Test
    void refuses_what_is_there_already_and_what_is_for_another_namespace() {
        FaultPlan there = FAULT.plan(
                spec(Map.of(), "{apiVersion: v1, kind: Pod, metadata: {name: a}}"), TARGET, Seen.of(SHOP), Seen.MOMENT);

        assertThat(refusal(there)).contains("Pod shop/a is there already");
        assertThat(refusal(plan("{apiVersion: v1, kind: Pod, metadata: {name: x, namespace: finance}}")))
                .contains("Pod x is for namespace finance, and the drill is in shop");
    }

    @Test
    void counts_the_pods_that_an_experiment_selects() {
        String cache = "selector: {labelSelectors: {app: cache}}";

        assertThat(hit(plan(podChaos("mode: all, " + cache)))).containsExactly("a", "b");
        assertThat(hit(plan(podChaos("mode: one, " + cache)))).hasSize(1);
        assertThat(hit(plan(podChaos("mode: fixed-percent, value: '50', " + cache))))
                .hasSize(1);
        assertThat(hit(plan(engine("appns: shop, applabel: app=cache")))).containsExactly("a", "b");
    }

    @Test
    void refuses_experiments_that_reach_into_other_namespaces() {
        assertThat(refusal(plan(podChaos("mode: all, target: {selector: {namespaces: [shop, finance]}}"))))
                .contains("PodChaos shop/kill selects pods of other namespaces (finance)");
        assertThat(refusal(plan(engine("appns: finance, applabel: app=bank")))).contains("is about namespace finance");
    }

    @Test
    void refuses_experiments_that_name_pods_of_other_namespaces_or_do_not_say_whom_they_hit() {
        assertThat(refusal(plan(podChaos("mode: all, selector: {pods: {kube-system: [coredns]}}"))))
                .contains("selects pods of other namespaces (kube-system)");
        assertThat(refusal(plan(podChaos("mode: all")))).contains("does not say which pods it hits");
        assertThat(refusal(plan(
                        "{apiVersion: litmuschaos.io/v1alpha1, kind: ChaosEngine, metadata: {name: e}, spec: {}}")))
                .contains("does not say which pods it hits");
    }

    @Test
    void refuses_what_makes_experiments_of_its_own() {
        assertThatThrownBy(() -> spec(
                        Map.of(),
                        "{apiVersion: chaos-mesh.org/v1alpha1, kind: Schedule, metadata: {name: s}, spec: {}}"))
                .hasMessageContaining("Schedule s makes experiments of its own");
    }

    @Test
    void the_end_of_an_experiment_that_ends_by_itself_is_nobodys_recovery() {
        assertThat(FAULT.endsByItself(spec(Map.of(), podChaos("duration: 30s"))))
                .isTrue();
        assertThat(FAULT.endsByItself(spec(Map.of(), engine("")))).isTrue();
        assertThat(FAULT.endsByItself(spec(Map.of(), podChaos("mode: all")))).isFalse();
    }

    @Test
    void sees_every_namespace_when_an_object_has_none() {
        String policy =
                "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy, metadata: {name: p}}";

        assertThat(FAULT.scope(spec(Map.of(), policy), TARGET).everywhere()).containsExactly(ResourceType.NAMESPACE);
        assertThat(FAULT.scope(spec(Map.of(), LIMITS), TARGET).everywhere()).isEmpty();
    }
}
