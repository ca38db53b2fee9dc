package dev.understudy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.fault.FaultPlan;
import dev.understudy.fault.NodeCordonFault;
import dev.understudy.fault.Seen;
import dev.understudy.scenario.FaultStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class TerritoryTest {
    private static final String EXEMPT = "{matchExpressions: [{key: understudy.dev/drill, operator: DoesNotExist}]}";

    private static final ClusterView CLUSTER = Seen.of("""
            kind: Namespace
            metadata: {name: shop, labels: {understudy.dev/drills: allowed, team: a}}
            ---
            kind: Namespace
            metadata: {name: finance, labels: {team: b}}
            ---
            kind: Namespace
            metadata: {name: spare, labels: {understudy.dev/drills: allowed}}
            ---
            kind: Namespace
            metadata: {name: kube-system, labels: {understudy.dev/drills: allowed}}
            ---
            kind: Node
            metadata: {name: open, labels: {understudy.dev/drills: allowed}}
            ---
            kind: Node
            metadata: {name: closed}
            """);

    private static ObjectRef node(String name) {
        return new ObjectRef(ResourceType.NODE, "", name);
    }

    private static ObjectRef pod(String namespace) {
        return new ObjectRef(ResourceType.POD, namespace, "some");
    }

    private static Change cordon(ObjectRef object) {
        FieldEdit edit =
                new FieldEdit(FieldPath.of("spec.unschedulable"), FieldValue.ABSENT, new FieldValue.Json(true));
        return new Change.Edit(object, "uid", List.of(edit));
    }

    private static PlannedFault fault(Set<ObjectRef> hit, Change... changes) {
        return new PlannedFault(
                new FaultStep("a node", Duration.ZERO, null, "nodeCordon", new NodeCordonFault.Spec(null)),
                new FaultPlan.Planned(List.of(changes), hit, 1));
    }

    private static List<String> refusals(ClusterView view, PlannedFault fault) {
        return new Territory("shop", view)
                .refusals(List.of(fault)).stream().map(Refusal::toString).toList();
    }

    private static List<String> refusals(Change change) {
        return refusals(CLUSTER, fault(Set.of(), change));
    }

    private static List<String> created(String kind, String yaml) {
        ResourceType type = new ResourceType("admissionregistration.k8s.io", "v1", kind, "any", false);
        Map<String, Object> manifest = new Yaml().load(yaml);
        return refusals(new Change.Create(new ObjectRef(type, "", "drill"), manifest, "mark"));
    }

    @Test
    void a_node_that_is_changed_needs_the_label() {
        assertThat(refusals(cordon(node("open")))).isEmpty();
        assertThat(refusals(cordon(node("closed"))))
                .containsExactly("not injecting: Node closed does not allow drills; its owner allows them with"
                        + " 'kubectl label node closed understudy.dev/drills=allowed'");
    }

    @Test
    void every_pod_that_would_leave_must_be_in_a_namespace_that_allows_drills() {
        assertThat(refusals(CLUSTER, fault(Set.of(pod("shop"), pod("spare"))))).isEmpty();
        assertThat(refusals(CLUSTER, fault(Set.of(pod("finance")))))
                .containsExactly(
                        "not injecting: a fault would touch namespace finance, which does not allow drills;"
                                + " its owner allows them with 'kubectl label namespace finance understudy.dev/drills=allowed'");
    }

    @Test
    void never_touches_a_namespace_of_kubernetes_even_when_it_is_labelled() {
        assertThat(refusals(new Change.RemovePod(pod("kube-system"), "uid", true)))
                .singleElement()
                .asString()
                .contains("namespace kube-system, which belongs to Kubernetes");
    }

    @Test
    void a_namespace_that_was_not_seen_does_not_allow_drills() {
        assertThat(refusals(Seen.of("{kind: Node, metadata: {name: open}}"), fault(Set.of(pod("finance")))))
                .hasSize(1);
    }

    @Test
    void other_objects_of_the_whole_cluster_are_never_edited_or_deleted() {
        ObjectRef namespace = new ObjectRef(ResourceType.NAMESPACE, "", "spare");

        assertThat(refusals(cordon(namespace))).singleElement().asString().contains("never edit or delete");
        assertThat(refusals(new Change.Delete(node("open"), "uid", Map.of(), "")))
                .hasSize(1);
    }

    @Test
    void an_object_of_the_whole_cluster_must_select_namespaces_that_allow_drills() {
        String binding = "{spec: {matchResources: {namespaceSelector: {matchLabels: {%s}}, resourceRules: [{scope:"
                + " Namespaced}], objectSelector: " + EXEMPT + "}}}";

        assertThat(created("ValidatingAdmissionPolicyBinding", binding.formatted("team: a")))
                .isEmpty();
        assertThat(created("ValidatingAdmissionPolicyBinding", binding.formatted("team: b")))
                .singleElement()
                .asString()
                .contains("would act on namespace finance, which does not allow drills");
        assertThat(created("ValidatingAdmissionPolicyBinding", "{spec: {policyName: p}}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PriorityClass", "ClusterRole", "CustomResourceDefinition"})
    void what_does_not_say_where_it_acts_is_refused(String kind) {
        assertThat(created(kind, "{}")).singleElement().asString().contains("would act on the whole cluster");
    }

    @Test
    void a_webhook_that_could_refuse_its_own_undo_is_refused() {
        String hook = "{webhooks: [{rules: [{scope: Namespaced}], namespaceSelector: {matchLabels: {team: a}}%s}]}";

        assertThat(created("ValidatingWebhookConfiguration", hook.formatted("")))
                .singleElement()
                .asString()
                .contains("could refuse its own undo");
        assertThat(created("ValidatingWebhookConfiguration", hook.formatted(", objectSelector: " + EXEMPT)))
                .isEmpty();
    }

    @Test
    void a_binding_that_could_refuse_its_own_undo_is_refused() {
        assertThat(created(
                        "ValidatingAdmissionPolicyBinding",
                        "{spec: {matchResources: {namespaceSelector: {matchLabels: {team: a}}, resourceRules: [{scope:"
                                + " Namespaced}]}}}"))
                .singleElement()
                .asString()
                .contains("could refuse its own undo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rules: [], ", "rules: [{scope: \"*\"}], ", "rules: [{scope: Namespaced}, {}], "})
    void a_webhook_that_would_act_on_objects_without_a_namespace_is_refused(String rules) {
        assertThat(created(
                        "ValidatingWebhookConfiguration",
                        "{webhooks: [{" + rules + "namespaceSelector: {matchLabels: {team: a}}, objectSelector: "
                                + EXEMPT + "}]}"))
                .singleElement()
                .asString()
                .contains("scope: Namespaced");
    }

    @Test
    void a_node_that_one_fault_cordons_is_tainted_by_no_other() {
        FieldEdit taint = new FieldEdit(FieldPath.of("spec.taints"), FieldValue.ABSENT, new FieldValue.Json(List.of()));
        List<PlannedFault> faults = List.of(
                fault(Set.of(), cordon(node("open"))),
                fault(Set.of(), new Change.Edit(node("open"), "uid", List.of(taint))));

        assertThat(Overlaps.refusals(faults)).hasSize(1);
    }

    @Test
    void two_faults_that_touch_the_same_field_are_refused_although_the_file_could_not_show_it() {
        List<PlannedFault> faults =
                List.of(fault(Set.of(), cordon(node("open"))), fault(Set.of(), cordon(node("open"))));

        assertThat(Overlaps.refusals(faults))
                .singleElement()
                .asString()
                .contains("'a node' touches spec.unschedulable of Node open, and so does 'a node'");
    }

    @Test
    void two_faults_may_touch_different_objects_and_different_fields() {
        FieldEdit label =
                new FieldEdit(FieldPath.of("metadata.labels.zone"), FieldValue.ABSENT, new FieldValue.Json("a"));
        List<PlannedFault> faults = List.of(
                fault(Set.of(), cordon(node("open"))),
                fault(Set.of(), cordon(node("closed"))),
                fault(Set.of(), new Change.Edit(node("open"), "uid", List.of(label))));

        assertThat(Overlaps.refusals(faults)).isEmpty();
    }

    @Test
    void an_object_that_two_faults_create_or_delete_is_touched_by_both() {
        ObjectRef policy = new ObjectRef(ResourceType.NETWORK_POLICY, "shop", "drill");
        Change created = new Change.Create(policy, Map.of(), "mark");

        assertThat(Overlaps.refusals(List.of(fault(Set.of(), created), fault(Set.of(), created))))
                .hasSize(1);
    }
}
