package dev.understudy.fault;

import static dev.understudy.fault.Plans.edits;
import static dev.understudy.fault.Plans.planned;
import static dev.understudy.fault.Plans.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigFaultTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final ConfigFault CONFIG = new ConfigFault();
    private static final String CACHE =
            Templates.deployment("", "containers: [{name: app, image: cache:1}]") + Templates.pods(2);
    private static final String SETTINGS = CACHE + """
        ---
        kind: ConfigMap
        metadata: {name: settings}
        data: {URL: "http://a", tls.crt: x}
        binaryData: {logo: AAAA}
        """;
    private static final String KEY = CACHE + """
        ---
        kind: Secret
        metadata: {name: bank}
        type: Opaque
        data: {token: aHVudGVyMg==}
        """;

    private static ConfigFault.Spec settings(String key, @Nullable String value, boolean restart) {
        return new ConfigFault.Spec("settings", null, key, value, restart);
    }

    private static ConfigFault.Spec bank(@Nullable String value) {
        return new ConfigFault.Spec(null, "bank", "token", value, false);
    }

    private static FaultPlan plan(ConfigFault.Spec spec, String seen) {
        return CONFIG.plan(spec, TARGET, Seen.of(seen), Seen.MOMENT);
    }

    @Test
    void sets_a_key_and_hits_no_pod() {
        FaultPlan plan = plan(settings("URL", "http://b", false), SETTINGS);

        assertThat(edits(plan)).containsExactly("data.URL: http://a -> http://b");
        assertThat(planned(plan).podsHit()).isEmpty();
        assertThat(planned(plan).podsOfTarget()).isEqualTo(2);
    }

    @Test
    void adds_a_key_that_is_not_there_and_removes_one_without_a_value() {
        assertThat(edits(plan(settings("NEW", "1", false), SETTINGS))).containsExactly("data.NEW: <absent> -> 1");
        assertThat(edits(plan(settings("tls.crt", null, false), SETTINGS)))
                .containsExactly("data[\"tls.crt\"]: x -> <absent>");
    }

    @Test
    void a_restart_comes_after_the_value_and_hits_every_pod() {
        FaultPlan.Planned plan = planned(plan(settings("URL", "http://b", true), SETTINGS));

        assertThat(plan.changes())
                .extracting(Change::describe)
                .containsExactly(
                        "ConfigMap shop/settings: data.URL: http://a -> http://b",
                        "Deployment shop/cache: spec.template.metadata.annotations[\"understudy.dev/restarted\"]:"
                                + " <absent> -> 2026-11-21T10:15:00Z");
        assertThat(plan.podsHit()).hasSize(2);
    }

    @Test
    void a_value_of_a_secret_is_encoded_and_never_told() {
        FaultPlan plan = plan(bank("wrong"), KEY);

        assertThat(edits(plan)).containsExactly("data.token: aHVudGVyMg== -> d3Jvbmc=");
        assertThat(planned(plan).changes().getFirst().describe())
                .isEqualTo("Secret shop/bank: data.token: <secret, 12 bytes> -> <secret, 8 bytes>");
        assertThat(bank("wrong").toString()).doesNotContain("wrong");
        assertThat(refusal(plan(bank("hunter2"), KEY)))
                .isEqualTo("key token of Secret shop/bank holds that value already");
    }

    @Test
    void refuses_what_is_not_there_or_would_change_nothing() {
        assertThat(refusal(plan(settings("URL", "x", false), CACHE)))
                .contains("ConfigMap shop/settings does not exist");
        assertThat(refusal(plan(settings("X", null, false), SETTINGS))).contains("has no key X");
        assertThat(refusal(plan(settings("URL", "http://a", false), SETTINGS))).contains("holds that value already");
        assertThat(refusal(plan(settings("logo", "x", false), SETTINGS))).contains("is binary");
    }

    @Test
    void refuses_what_nobody_may_change() {
        assertThat(refusal(plan(settings("URL", "x", false), SETTINGS + "immutable: true\n")))
                .contains("is immutable");
        assertThat(refusal(plan(bank("x"), KEY.replace("Opaque", "kubernetes.io/service-account-token"))))
                .contains("service account's token");
        assertThat(refusal(plan(
                        new ConfigFault.Spec("understudy-drill", null, "changes", "x", false),
                        SETTINGS.replace("name: settings", "name: understudy-drill"))))
                .contains("the drill's own record");
    }

    @Test
    void a_restart_that_would_reach_no_pod_is_refused() {
        assertThat(refusal(plan(settings("URL", "x", true), SETTINGS.replace("replicas: 3,", "paused: true,"))))
                .contains("is paused");
    }

    @Test
    void warns_when_running_pods_would_not_read_the_value() {
        String seen = SETTINGS
                + pod("mine", "uid-cache-1", "{containers: [{name: a, envFrom: [{configMapRef: {name: settings}}]}]}");

        assertThat(planned(plan(settings("URL", "x", false), seen)).warnings())
                .containsExactly("pods of Deployment cache read ConfigMap shop/settings only when they start;"
                        + " restart: true restarts them");
        assertThat(planned(plan(settings("URL", "x", true), seen)).warnings()).isEmpty();
    }

    @Test
    void warns_when_pods_of_others_read_it_too() {
        String seen = SETTINGS
                + pod("theirs", "uid-x", "{volumes: [{name: v, configMap: {name: settings}}]}")
                + pod("apart", "uid-x", "{volumes: [{name: v, configMap: {name: other}}]}")
                + pod("alike", "uid-x", "{volumes: [{name: v, secret: {secretName: settings}}]}");

        assertThat(planned(plan(settings("URL", "x", false), seen)).warnings())
                .singleElement()
                .asString()
                .endsWith("does not count: theirs");
    }

    @Test
    void warns_when_a_controller_owns_the_object() {
        String seen = SETTINGS.replace(
                "{name: settings}",
                "{name: settings, ownerReferences: [{controller: true, uid: u, kind: SealedThing}]}");

        assertThat(planned(plan(settings("URL", "x", false), seen)).warnings())
                .containsExactly("a controller owns ConfigMap shop/settings and may take the change back");
    }

    private static String pod(String name, String owner, String spec) {
        return """
            ---
            kind: Pod
            metadata: {name: %s, ownerReferences: [{controller: true, uid: %s}]}
            spec: %s
            """.formatted(name, owner, spec);
    }

    @Test
    void names_exactly_one_object() {
        assertThatThrownBy(() -> new ConfigFault.Spec(null, null, "k", "v", false))
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> new ConfigFault.Spec("a", "b", "k", "v", false))
                .hasMessageContaining("not both");
    }

    @Test
    void asks_only_for_the_one_object_and_for_the_roll_out_when_it_restarts() {
        assertThat(CONFIG.permissions(bank("x"), TARGET))
                .extracting(Permission::toString)
                .contains("get secrets bank in namespace shop", "patch secrets bank in namespace shop")
                .doesNotContain("list secrets in namespace shop")
                .noneMatch(p -> p.contains("patch deployments"));
        assertThat(CONFIG.permissions(settings("URL", "x", true), TARGET))
                .extracting(Permission::toString)
                .contains(
                        "patch deployments.apps cache in namespace shop", "delete replicasets.apps in namespace shop");
    }

    @Test
    void two_faults_on_one_key_overlap() {
        FieldOf one =
                CONFIG.fields(settings("URL", "x", false), TARGET).iterator().next();
        FieldOf other =
                CONFIG.fields(settings("tls.crt", "x", true), TARGET).iterator().next();

        assertThat(one.overlaps(CONFIG.fields(settings("URL", null, true), TARGET)
                        .iterator()
                        .next()))
                .isTrue();
        assertThat(one.overlaps(other)).isFalse();
    }
}
