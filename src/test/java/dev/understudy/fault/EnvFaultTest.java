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

class EnvFaultTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final EnvFault ENV = new EnvFault();
    private static final String CACHE = Templates.deployment("", """
            containers: [{name: app, image: cache:1, env: [
              {name: URL, value: "http://a"},
              {name: KEY, valueFrom: {secretKeyRef: {name: bank, key: token}}}]}]""") + Templates.pods(3);

    private static FaultPlan plan(String name, @Nullable String value) {
        return ENV.plan(new EnvFault.Spec(null, name, value, false), TARGET, Seen.of(CACHE), Seen.MOMENT);
    }

    @Test
    void sets_adds_and_removes_a_variable() {
        assertThat(edits(plan("URL", "http://b"))).containsExactly("env[name=URL].value: http://a -> http://b");
        assertThat(edits(plan("NEW", "1"))).containsExactly("env[name=NEW].value: <absent> -> 1");
        assertThat(edits(plan("URL", null))).containsExactly("env[name=URL]: {name=URL, value=http://a} -> <absent>");
        assertThat(planned(plan("URL", null)).podsHit()).hasSize(3);
    }

    @Test
    void a_variable_from_elsewhere_loses_its_source_in_the_same_edit() {
        assertThat(edits(plan("KEY", "x")))
                .containsExactly(
                        "env[name=KEY].valueFrom: {secretKeyRef={name=bank, key=token}} -> <absent>",
                        "env[name=KEY].value: <absent> -> x");
    }

    @Test
    void refuses_what_would_change_nothing() {
        assertThat(refusal(plan("URL", "http://a"))).contains("holds that value already");
        assertThat(refusal(plan("NEW", null))).contains("has no variable NEW of its own", "config");
    }

    @Test
    void knows_before_it_sees_a_cluster_which_variable_it_sets() {
        assertThat(ENV.fields(new EnvFault.Spec("app", "URL", "x", false), TARGET))
                .extracting(FieldOf::toString)
                .containsExactly("spec.template.spec.containers[name=app].env[name=URL] of Deployment shop/cache");
    }

    @Test
    void asks_for_what_its_undo_needs_too() {
        assertThat(ENV.permissions(new EnvFault.Spec(null, "URL", "x", false), TARGET))
                .extracting(Permission::toString)
                .contains(
                        "patch deployments.apps cache in namespace shop", "delete replicasets.apps in namespace shop");
    }
}
