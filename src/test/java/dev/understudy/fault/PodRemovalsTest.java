package dev.understudy.fault;

import static dev.understudy.fault.Plans.planned;
import static dev.understudy.fault.Plans.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The faults podKill and podEvict. */
class PodRemovalsTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final PodKillFault KILL = new PodKillFault();
    private static final PodEvictFault EVICT = new PodEvictFault();
    private static final String CACHE = """
        kind: Deployment
        metadata: {name: cache}
        ---
        kind: ReplicaSet
        metadata: {name: cache-1, ownerReferences: [{controller: true, uid: uid-cache}]}
        """;

    private static String pod(String name, String more) {
        return """
            ---
            kind: Pod
            metadata: {name: %s, labels: {app: %s}, ownerReferences: [{controller: true, uid: uid-cache-1}]}
            %s
            """.formatted(name, name, more);
    }

    private static final String THREE = CACHE + pod("a", "") + pod("b", "") + pod("c", "");

    private static PodKillFault.Spec kill(Mode mode, @Nullable Integer value) {
        return new PodKillFault.Spec(mode, value, null, null, false);
    }

    private static FaultPlan plan(PodKillFault.Spec spec, String seen) {
        return KILL.plan(spec, TARGET, Seen.of(seen), Seen.MOMENT);
    }

    @Test
    void kills_as_many_as_the_mode_says_and_counts_them_of_all() {
        FaultPlan.Planned plan = planned(plan(kill(Mode.FIXED, 2), THREE));

        assertThat(plan.changes())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change).isInstanceOf(Change.RemovePod.class));
        assertThat(plan.podsHit()).hasSize(2);
        assertThat(plan.podsOfTarget()).isEqualTo(3);
    }

    @Test
    void the_same_seed_hits_the_same_pod() {
        assertThat(plan(kill(Mode.ONE, null), THREE)).isEqualTo(plan(kill(Mode.ONE, null), THREE));
    }

    @Test
    void a_percentage_that_hits_nobody_is_refused_with_the_smallest_that_does() {
        assertThat(refusal(plan(kill(Mode.FIXED_PERCENT, 20), THREE)))
                .contains("20% of 3 living pods of Deployment cache is none", "is 34");
    }

    @Test
    void the_pods_own_grace_is_left_to_them_and_another_is_in_seconds() {
        var spec = new PodKillFault.Spec(Mode.ALL, null, null, Duration.ofSeconds(5), false);

        assertThat(planned(plan(kill(Mode.ONE, null), THREE)).changes().getFirst())
                .extracting(c -> ((Change.RemovePod) c).grace())
                .isNull();
        assertThat(planned(plan(spec, THREE)).changes())
                .contains(new Change.RemovePod(new ObjectRef(ResourceType.POD, "shop", "a"), "uid-a", false, 5));
        assertThatThrownBy(() -> new PodKillFault.Spec(Mode.ALL, null, null, Duration.ofMillis(1500), false))
                .hasMessageContaining("whole seconds");
    }

    @Test
    void a_selector_says_which_may_be_chosen() {
        var selector = new LabelSelector(Map.of("app", "b"), List.of());

        FaultPlan plan = plan(new PodKillFault.Spec(Mode.ALL, null, selector, null, false), THREE);

        assertThat(planned(plan).podsHit()).extracting(ObjectRef::name).containsExactly("b");
        assertThat(planned(plan).podsOfTarget()).isEqualTo(3);
    }

    @Test
    void a_selector_that_selects_nothing_says_so() {
        var selector = new LabelSelector(Map.of("app", "x"), List.of());

        assertThat(refusal(plan(new PodKillFault.Spec(Mode.ALL, null, selector, null, false), THREE)))
                .contains("no living pods of Deployment cache with the labels of the selector; check the selector");
    }

    @Test
    void pods_that_are_going_or_have_ended_are_not_chosen() {
        String seen = CACHE + pod("a", "status: {phase: Failed}") + pod("b", "");

        assertThat(planned(plan(kill(Mode.ALL, null), seen)).podsHit())
                .extracting(ObjectRef::name)
                .containsExactly("b");
    }

    @Test
    void pods_with_data_that_goes_with_them_are_refused_unless_that_is_allowed() {
        String seen = CACHE + pod("a", "spec: {volumes: [{name: scratch, emptyDir: {}}, {name: c, configMap: {}}]}");

        assertThat(refusal(plan(kill(Mode.ALL, null), seen)))
                .contains("Pod shop/a has data that goes with it (emptyDir scratch); set allowDataLoss: true");
        assertThat(planned(plan(new PodKillFault.Spec(Mode.ALL, null, null, null, true), seen))
                        .podsHit())
                .hasSize(1);
        assertThat(refusal(EVICT.plan(
                        new PodEvictFault.Spec(Mode.ALL, null, null, false), TARGET, Seen.of(seen), Seen.MOMENT)))
                .contains("emptyDir scratch");
    }

    @Test
    void static_pods_are_refused() {
        String seen = CACHE + """
            ---
            kind: Pod
            metadata:
              name: a
              annotations: {kubernetes.io/config.mirror: x}
              ownerReferences: [{controller: true, uid: uid-cache-1}]
            """;

        assertThat(refusal(plan(kill(Mode.ALL, null), seen))).contains("Pod shop/a is a static pod");
    }

    @Test
    void pods_of_somebody_else_or_of_nobody_are_never_candidates() {
        String seen = THREE + """
            ---
            kind: Pod
            metadata: {name: alone, labels: {app: cache}}
            """;

        assertThat(planned(plan(kill(Mode.ALL, null), seen)).podsHit())
                .extracting(ObjectRef::name)
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void an_eviction_asks_politely() {
        FaultPlan plan =
                EVICT.plan(new PodEvictFault.Spec(Mode.ONE, null, null, false), TARGET, Seen.of(THREE), Seen.MOMENT);

        assertThat(planned(plan).changes().getFirst())
                .extracting(c -> ((Change.RemovePod) c).evict())
                .isEqualTo(true);
    }

    @Test
    void a_target_that_is_not_there_is_refused() {
        assertThat(refusal(plan(kill(Mode.ONE, null), "{kind: Pod, metadata: {name: x}}")))
                .contains("Deployment shop/cache does not exist");
    }

    @Test
    void mode_and_value_must_fit() {
        assertThatThrownBy(() -> kill(Mode.FIXED, null)).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> new PodEvictFault.Spec(Mode.ALL, 2, null, false))
                .hasMessageContaining("no value");
    }

    @Test
    void each_asks_for_the_one_verb_it_needs_on_pods() {
        assertThat(KILL.permissions(kill(Mode.ONE, null), TARGET))
                .extracting(Permission::toString)
                .contains("delete pods in namespace shop", "get pods in namespace shop", "list pods in namespace shop")
                .noneMatch(p -> p.contains("eviction"));
        assertThat(EVICT.permissions(new PodEvictFault.Spec(Mode.ONE, null, null, false), TARGET))
                .extracting(Permission::toString)
                .contains("create pods/eviction in namespace shop")
                .noneMatch(p -> p.startsWith("delete"));
    }

    @Test
    void both_may_be_repeated_because_nothing_is_undone() {
        assertThat(KILL.repeatable()).isTrue();
        assertThat(EVICT.repeatable()).isTrue();
    }
}
