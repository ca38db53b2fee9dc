package dev.understudy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.FaultPlan;
import dev.understudy.fault.ScaleFault;
import dev.understudy.fault.Seen;
import dev.understudy.fault.Target;
import dev.understudy.scenario.FaultStep;
import dev.understudy.scenario.Guardrails;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.Participants.Enforcement;
import dev.understudy.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
    private static final SortedSet<Permission> NOTHING_MISSING = new TreeSet<>();

    private static Scenario scenario(String namespace, Enforcement enforcement, int maxPods, int maxPercent) {
        Duration minute = Duration.ofMinutes(1);
        return new Scenario(
                "cache-loss",
                Map.of(),
                "",
                "",
                "checkout",
                "cache-loss",
                null,
                "",
                List.of(),
                new Target(namespace, new Workload(WorkloadKind.DEPLOYMENT, "cache")),
                new Participants("payments", List.of(), enforcement, Participants.HeroRole.ABSENT, true),
                null,
                true,
                new Scenario.SteadyState(minute, List.of()),
                List.of(),
                new Scenario.Objectives(minute, minute, minute),
                new Guardrails(minute, minute, minute, new Guardrails.BlastRadius(maxPods, maxPercent), List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    private static Scenario scenario() {
        return scenario("shop", Enforcement.OBSERVE, 3, 100);
    }

    private static ClusterView namespace(String name, Map<String, Object> labels) {
        ObjectRef ref = new ObjectRef(ResourceType.NAMESPACE, "", name);
        return new ClusterView(
                Instant.EPOCH,
                Map.of(ref, new ClusterObject(ref, Map.of("metadata", Map.of("name", name, "labels", labels)))));
    }

    private static ClusterView optedIn() {
        return namespace("shop", Map.of(Preflight.OPT_IN, "allowed"));
    }

    private static PlannedFault hitting(int whole, String... pods) {
        Set<ObjectRef> hit = Stream.of(pods)
                .map(pod -> new ObjectRef(ResourceType.POD, "shop", pod))
                .collect(Collectors.toSet());
        return fault(new FaultPlan.Planned(List.of(), hit, whole));
    }

    private static PlannedFault fault(FaultPlan plan) {
        return new PlannedFault(
                new FaultStep("lose the cache", Duration.ZERO, null, "scale", new ScaleFault.Spec(0)), plan);
    }

    private static List<String> reasons(Scenario scenario, ClusterView view, PlannedFault... faults) {
        return Preflight.refusals(scenario, view, List.of(faults), NOTHING_MISSING).stream()
                .map(Refusal::reason)
                .toList();
    }

    @Test
    void lets_a_drill_begin_that_nothing_stands_in_the_way_of() {
        assertThat(reasons(scenario(), optedIn(), hitting(3, "a", "b", "c"))).isEmpty();
    }

    @Test
    void refuses_a_namespace_where_nobody_opted_in_and_says_how_to() {
        List<Refusal> refusals =
                Preflight.refusals(scenario(), namespace("shop", Map.of()), List.of(), NOTHING_MISSING);

        assertThat(refusals)
                .singleElement()
                .hasToString("not injecting: namespace shop does not allow drills; its owner allows them with"
                        + " 'kubectl label namespace shop understudy.dev/drills=allowed'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "Allowed", "", "denied"})
    void no_other_value_of_the_label_is_consent(String value) {
        assertThat(reasons(scenario(), namespace("shop", Map.of(Preflight.OPT_IN, value))))
                .containsExactly("namespace shop does not allow drills");
    }

    @Test
    void never_acts_in_a_namespace_of_kubernetes_even_when_it_is_labelled() {
        Scenario scenario = scenario("kube-system", Enforcement.OBSERVE, 3, 100);

        assertThat(reasons(scenario, namespace("kube-system", Map.of(Preflight.OPT_IN, "allowed"))))
                .containsExactly("namespace kube-system belongs to Kubernetes");
    }

    @Test
    void refuses_a_namespace_that_does_not_exist() {
        assertThat(reasons(scenario(), namespace("stop", Map.of()))).containsExactly("namespace shop does not exist");
    }

    @ParameterizedTest
    @EnumSource(
            value = Enforcement.class,
            names = {"WARN", "DENY"})
    void refuses_an_enforcement_that_is_not_built_yet(Enforcement enforcement) {
        assertThat(reasons(scenario("shop", enforcement, 3, 100), optedIn()))
                .containsExactly("enforcement other than observe is not built yet");
    }

    @Test
    void names_every_missing_permission() {
        ObjectRef cache = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "cache");
        SortedSet<Permission> missing = new TreeSet<>(Permission.verbs(cache, "get", "patch"));

        List<Refusal> refusals = Preflight.refusals(scenario(), optedIn(), List.of(), missing);

        assertThat(refusals)
                .extracting(Refusal::reason)
                .containsExactly(
                        "the cluster does not allow us to get deployments.apps cache in namespace shop",
                        "the cluster does not allow us to patch deployments.apps cache in namespace shop");
    }

    @Test
    void passes_on_every_reason_of_a_planner() {
        PlannedFault impossible = fault(new FaultPlan.Impossible(List.of("it is gone", "it is not ours")));

        assertThat(reasons(scenario(), optedIn(), impossible))
                .containsExactly(
                        "fault 'lose the cache' (scale): it is gone", "fault 'lose the cache' (scale): it is not ours");
    }

    @Test
    void refuses_more_pods_than_the_blast_radius() {
        assertThat(reasons(scenario("shop", Enforcement.OBSERVE, 2, 100), optedIn(), hitting(3, "a", "b", "c")))
                .containsExactly("the faults would hit 3 pods and blastRadius.maxPods is 2");
    }

    @Test
    void refuses_a_larger_part_of_the_pods_than_the_blast_radius() {
        assertThat(reasons(scenario("shop", Enforcement.OBSERVE, 9, 66), optedIn(), hitting(3, "a", "b")))
                .containsExactly("the faults would hit 2 of the target's 3 pods and blastRadius.maxPercent is 66");
        assertThat(reasons(scenario("shop", Enforcement.OBSERVE, 9, 67), optedIn(), hitting(3, "a", "b")))
                .isEmpty();
    }

    @Test
    void percent_is_of_the_pods_of_the_target_and_pods_elsewhere_count_too() {
        Map<ObjectRef, ClusterObject> seen = new HashMap<>(optedIn().objects());
        seen.putAll(Seen.of("""
                {kind: Deployment, metadata: {name: cache, uid: d}}
                ---
                {kind: Pod, metadata: {name: a, ownerReferences: [{uid: d, controller: true}]}}
                ---
                {kind: Pod, metadata: {name: b, ownerReferences: [{uid: d, controller: true}]}}
                """).objects());
        PlannedFault drain = hitting(2, "a", "x", "y", "z");

        assertThat(reasons(scenario("shop", Enforcement.OBSERVE, 4, 50), new ClusterView(Instant.EPOCH, seen), drain))
                .isEmpty();
        assertThat(reasons(scenario("shop", Enforcement.OBSERVE, 3, 49), new ClusterView(Instant.EPOCH, seen), drain))
                .containsExactly(
                        "the faults would hit 4 pods and blastRadius.maxPods is 3",
                        "the faults would hit 1 of the target's 2 pods and blastRadius.maxPercent is 49");
    }

    @Test
    void counts_a_pod_that_several_faults_hit_once_and_all_others_together() {
        Scenario scenario = scenario("shop", Enforcement.OBSERVE, 2, 100);

        assertThat(reasons(scenario, optedIn(), hitting(3, "a", "b"), hitting(3, "b")))
                .isEmpty();
        assertThat(reasons(scenario, optedIn(), hitting(3, "a", "b"), hitting(3, "c")))
                .hasSize(1);
    }

    @Test
    void reports_everything_that_stands_in_the_way_at_once() {
        SortedSet<Permission> missing =
                new TreeSet<>(Permission.verbs(new ObjectRef(ResourceType.DEPLOYMENT, "shop", "cache"), "patch"));

        List<Refusal> refusals = Preflight.refusals(
                scenario("shop", Enforcement.DENY, 1, 50),
                namespace("shop", Map.of()),
                List.of(fault(new FaultPlan.Impossible(List.of("it is gone"))), hitting(3, "a", "b")),
                missing);

        assertThat(refusals).hasSize(6).allSatisfy(r -> assertThat(r.toString()).startsWith("not injecting: "));
    }
}
