package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.ConfigFault;
import dev.understudy.fault.Target;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigContractTest extends TemplateContract<ConfigFault.Spec> {
    private static final String READS = """
        env:
        - name: CURRENCY
          valueFrom: {configMapKeyRef: {name: settings, key: CURRENCY}}
        """;

    @Override
    ConfigFault fault() {
        return new ConfigFault();
    }

    /** A key that is gone, and pods that cannot start without it. */
    @Override
    ConfigFault.Spec spec() {
        return settings(null, true);
    }

    @Override
    String container() {
        return READS;
    }

    @Override
    Target start(WorkloadKind kind, int replicas) {
        create("""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {CURRENCY: EUR, other: "1"}
            """);
        return super.start(kind, replicas);
    }

    @Override
    void assertEffect() {
        assertThat(waiting()).contains("CreateContainerConfigError");
    }

    private static ConfigFault.Spec settings(@Nullable String value, boolean restart) {
        return new ConfigFault.Spec("settings", null, "CURRENCY", value, restart);
    }

    private Object currency() {
        return field(ResourceType.CONFIG_MAP, "settings", "data.CURRENCY");
    }

    @Test
    void a_key_holds_another_value_until_the_undo_and_no_pod_is_touched() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        Set<String> before = uids();

        List<Change> made = inject(fault(), settings("XXX", false), target);
        Object during = currency();
        List<Undone> undone = undo(made);

        assertThat(during).isEqualTo("XXX");
        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(currency()).isEqualTo("EUR");
        assertThat(uids()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPLOYMENT", "STATEFUL_SET"})
    void every_pod_starts_after_the_change_and_again_after_the_undo(WorkloadKind kind) {
        Target target = start(kind, 2);
        Set<String> before = uids();

        List<Change> made = inject(fault(), settings("XXX", true), target);
        if (!contender.runsContainers()) {
            assertThat(undo(made)).extracting(Undone::result).containsOnly(UndoResult.UNDONE);
            return;
        }
        eventually(() -> assertThat(uids()).hasSize(2).doesNotContainAnyElementsOf(before));
        Set<String> during = uids();
        List<Undone> undone = undo(made);

        assertThat(undone)
                .extracting(Undone::change)
                .extracting(c -> c.object().type().kind())
                .containsExactly("ConfigMap", kind.word());
        eventually(() -> assertThat(uids()).hasSize(2).doesNotContainAnyElementsOf(during));
        settled(target, 2);
    }

    @Test
    void pods_that_a_responder_restarted_with_the_bad_value_start_again_after_the_undo() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        List<Change> made = inject(fault(), settings("XXX", true), target);
        people.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("cache")
                .rolling()
                .restart();
        settled(target, 1);
        Set<String> restarted = uids();

        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsOnly(UndoResult.UNDONE);
        eventually(() -> assertThat(uids()).hasSize(1).doesNotContainAnyElementsOf(restarted));
        assertThat(template(target).toString()).contains("restartedAt").doesNotContain("understudy");
    }

    @Test
    void a_key_that_a_responder_put_back_or_set_otherwise_is_left_alone() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        List<Change> back = inject(fault(), settings(null, false), target);
        personSets("EUR");
        UndoResult restored = undo(back).getFirst().result();
        Change.Edit other =
                (Change.Edit) planned(fault(), settings("XXX", false), target).getFirst();
        changes.apply(other, MANAGER);
        personSets("USD");

        Undone diverged = changes.undo(other, MANAGER);

        assertThat(restored).isEqualTo(UndoResult.RESTORED);
        assertThat(diverged.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(currency()).isEqualTo("USD");
    }

    private void personSets(String value) {
        people.configMaps()
                .inNamespace(namespace)
                .withName("settings")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"CURRENCY\":\"" + value + "\"}}");
    }

    @Test
    void a_secret_is_put_back_and_none_of_its_values_is_told() {
        create("""
            apiVersion: v1
            kind: Secret
            metadata: {name: key}
            stringData: {token: hunter2}
            """);
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        var spec = new ConfigFault.Spec(null, "key", "token", "wrong-key", false);

        List<Change> made = inject(fault(), spec, target);
        Object during = field(ResourceType.SECRET, "key", "data.token");
        List<Undone> undone = undo(made);

        assertThat(during).isEqualTo("d3Jvbmcta2V5");
        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(field(ResourceType.SECRET, "key", "data.token")).isEqualTo("aHVudGVyMg==");
        Map<String, String> record = people.configMaps()
                .inNamespace(namespace)
                .withName("understudy-drill")
                .get()
                .getData();
        assertThat(List.of(made.getFirst().describe(), undone.toString(), spec.toString(), record.toString()))
                .allSatisfy(
                        text -> assertThat(text).doesNotContain("hunter2", "aHVudGVyMg", "wrong-key", "d3Jvbmcta2V5"));
    }
}
