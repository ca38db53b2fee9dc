package dev.understudy.fault;

import static dev.understudy.fault.Plans.edits;
import static dev.understudy.fault.Plans.planned;
import static dev.understudy.fault.Plans.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.ResourcesFault.Amounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResourcesFaultTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final ResourcesFault RESOURCES = new ResourcesFault();
    private static final String CACHE = Templates.deployment("", """
            containers: [{name: app, image: cache:1,
              resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 128Mi}}}]""") + Templates.pods(3);

    private static FaultPlan plan(@Nullable Amounts limits, @Nullable Amounts requests) {
        return RESOURCES.plan(
                new ResourcesFault.Spec(null, limits, requests, false), TARGET, Seen.of(CACHE), Seen.MOMENT);
    }

    private static Amounts memory(String amount) {
        return new Amounts(null, amount);
    }

    @Test
    void sets_what_is_given_and_leaves_the_rest() {
        FaultPlan plan = plan(new Amounts("200m", "64Mi"), null);

        assertThat(edits(plan))
                .containsExactly("resources.limits.cpu: <absent> -> 200m", "resources.limits.memory: 128Mi -> 64Mi");
        assertThat(planned(plan).podsHit()).hasSize(3);
    }

    @Test
    void an_amount_that_is_there_in_another_spelling_is_left_out() {
        assertThat(edits(plan(memory("131072Ki"), memory("32Mi"))))
                .containsExactly("resources.requests.memory: 64Mi -> 32Mi");
        assertThat(refusal(plan(memory("131072Ki"), new Amounts("0.1", null))))
                .contains("has just these limits and requests already");
    }

    @Test
    void a_limit_below_the_request_is_refused_with_what_to_set() {
        assertThat(refusal(plan(memory("16Mi"), null)))
                .isEqualTo("container app of Deployment shop/cache would ask for more memory than it may use;"
                        + " set both limits.memory and requests.memory");
        assertThat(edits(plan(memory("16Mi"), memory("16Mi")))).hasSize(2);
    }

    @Test
    void a_request_above_the_limit_is_refused_for_each_resource() {
        assertThat(refusal(plan(new Amounts("50m", null), memory("1Gi")))).contains("more cpu", "more memory");
    }

    @Test
    void what_is_no_amount_or_sets_nothing_is_a_mistake_in_the_file() {
        assertThatThrownBy(() -> memory("64 MB")).hasMessage("memory is an amount such as 64Mi, not 64 MB");
        assertThatThrownBy(() -> new Amounts("-1", null)).hasMessageContaining("cpu is an amount");
        assertThatThrownBy(() -> new ResourcesFault.Spec(null, new Amounts(null, null), null, false))
                .hasMessageContaining("needs a limit or a request");
    }

    @Test
    void knows_before_it_sees_a_cluster_which_amounts_it_sets() {
        assertThat(RESOURCES.fields(new ResourcesFault.Spec("app", memory("1Mi"), null, false), TARGET))
                .extracting(f -> f.path().toString())
                .containsExactly("spec.template.spec.containers[name=app].resources.limits.memory");
    }
}
