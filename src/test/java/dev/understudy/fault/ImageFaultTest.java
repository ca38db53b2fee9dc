package dev.understudy.fault;

import static dev.understudy.fault.Plans.edits;
import static dev.understudy.fault.Plans.planned;
import static dev.understudy.fault.Plans.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImageFaultTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final ImageFault IMAGE = new ImageFault();

    private static FaultPlan plan(@Nullable String container, String image, String seen) {
        return IMAGE.plan(new ImageFault.Spec(container, image, false), TARGET, Seen.of(seen), Seen.MOMENT);
    }

    private static String cache(String containers) {
        return Templates.deployment("", "containers: " + containers) + Templates.pods(3);
    }

    private static final String ONE = cache("[{name: app, image: cache:1}]");
    private static final String TWO = cache("[{name: app, image: cache:1}, {name: proxy, image: proxy:1}]");

    @Test
    void plans_one_edit_of_the_only_container_and_counts_all_pods() {
        FaultPlan plan = plan(null, "cache:2", ONE);

        assertThat(edits(plan)).containsExactly("image: cache:1 -> cache:2");
        assertThat(planned(plan).podsHit()).hasSize(3);
        assertThat(planned(plan).podsOfTarget()).isEqualTo(3);
    }

    @Test
    void a_pod_of_several_containers_needs_a_name() {
        assertThat(refusal(plan(null, "cache:2", TWO)))
                .isEqualTo("Deployment shop/cache has several containers (app, proxy); say which with container");
        assertThat(refusal(plan("db", "cache:2", TWO))).contains("no container db, but app, proxy");
        assertThat(edits(plan("app", "cache:2", TWO))).hasSize(1);
    }

    @Test
    void refuses_an_image_that_runs_already() {
        assertThat(refusal(plan(null, "cache:1", ONE))).contains("runs cache:1 already");
    }

    @Test
    void refuses_a_target_that_is_not_there() {
        assertThat(refusal(plan(null, "cache:2", "{kind: Pod, metadata: {name: x}}")))
                .contains("Deployment shop/cache does not exist");
    }

    @Test
    void all_at_once_sets_the_strategy_in_the_same_edit() {
        FaultPlan plan = IMAGE.plan(new ImageFault.Spec(null, "cache:2", true), TARGET, Seen.of(ONE), Seen.MOMENT);

        assertThat(edits(plan))
                .containsExactly(
                        "image: cache:1 -> cache:2", "spec.strategy.rollingUpdate.maxUnavailable: <absent> -> 100%");
        assertThat(planned(plan).warnings()).isEmpty();
    }

    @Test
    void knows_before_it_sees_a_cluster_which_field_it_sets() {
        assertThat(IMAGE.fields(new ImageFault.Spec("app", "cache:2", false), TARGET))
                .extracting(FieldOf::toString)
                .containsExactly("spec.template.spec.containers[name=app].image of Deployment shop/cache");
        assertThat(IMAGE.fields(new ImageFault.Spec(null, "cache:2", true), TARGET))
                .hasSize(2);
    }

    @Test
    void asks_for_what_its_undo_needs_too() {
        assertThat(IMAGE.permissions(new ImageFault.Spec(null, "cache:2", false), TARGET))
                .extracting(Permission::toString)
                .contains(
                        "patch deployments.apps cache in namespace shop",
                        "list replicasets.apps in namespace shop",
                        "delete replicasets.apps in namespace shop",
                        "list pods in namespace shop");
    }
}
