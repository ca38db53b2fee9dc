package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.fault.ManifestFault;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Beside plain objects, experiments of a made-up Chaos Mesh: its kind, and a controller that the test plays. */
class ManifestContractTest extends FaultContract {
    private static final ManifestFault FAULT = new ManifestFault();
    private static final String FINALIZER = "chaos-mesh/records";
    private static final ManifestFault.Spec LIMITS = spec("""
            apiVersion: v1
            kind: LimitRange
            metadata: {name: small}
            spec: {limits: [{type: Container, max: {memory: 64Mi}}]}
            """);
    private static final ManifestFault.Spec EXPERIMENT = spec("""
            apiVersion: chaos-mesh.org/v1alpha1
            kind: PodChaos
            metadata: {name: kill}
            spec: {action: pod-failure, mode: all, selector: {labelSelectors: {app: cache}}}
            """);
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: podchaos.chaos-mesh.org}
            spec:
              group: chaos-mesh.org
              scope: Namespaced
              names: {kind: PodChaos, plural: podchaos, singular: podchaos, listKind: PodChaosList}
              versions:
                - name: v1alpha1
                  served: true
                  storage: true
                  schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;

    private static ManifestFault.Spec spec(String yaml) {
        return new ManifestFault.Spec(List.of(new Yaml().<Map<String, Object>>load(yaml)), Map.of());
    }

    @BeforeEach
    void aKindOfExperiments() {
        try {
            people.load(new ByteArrayInputStream(DEFINITION.getBytes(StandardCharsets.UTF_8)))
                    .create();
        } catch (KubernetesClientException e) {
            assertThat(e.getCode()).as("another test has defined it").isEqualTo(409);
        }
        eventually(() -> assertThat(experiments()).isEmpty());
    }

    private List<GenericKubernetesResource> experiments() {
        return people.genericKubernetesResources("chaos-mesh.org/v1alpha1", "PodChaos")
                .inNamespace(namespace)
                .list()
                .getItems();
    }

    /** Plays Chaos Mesh: holds what is new and says that it is injected; lets go of what is being deleted. */
    private Watch controller() {
        return people.genericKubernetesResources("chaos-mesh.org/v1alpha1", "PodChaos")
                .inNamespace(namespace)
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, GenericKubernetesResource seen) {
                        boolean going = seen.getMetadata().getDeletionTimestamp() != null;
                        boolean held = seen.getMetadata().getFinalizers().contains(FINALIZER);
                        if (action != Action.DELETED && going == held) {
                            people.resource(seen).edit(live -> turned(live, going));
                        }
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        throw new AssertionError(cause);
                    }
                });
    }

    private static GenericKubernetesResource turned(GenericKubernetesResource live, boolean going) {
        live.getMetadata().setFinalizers(going ? List.of() : List.of(FINALIZER));
        String status = going ? "False" : "True";
        live.setAdditionalProperty(
                "status", Map.of("conditions", List.of(Map.of("type", "AllInjected", "status", status))));
        return live;
    }

    private List<LimitRange> limits() {
        return people.limitRanges().inNamespace(namespace).list().getItems();
    }

    @Test
    void an_object_is_there_until_the_undo() {
        List<Change> made = inject(FAULT, LIMITS, deployment("cache"));
        assertThat(limits()).hasSize(1);
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(limits()).isEmpty();
    }

    @Test
    void an_object_that_a_responder_deleted_is_gone_and_one_of_their_own_is_left_alone() {
        List<Change> made = inject(FAULT, LIMITS, deployment("cache"));
        people.limitRanges().inNamespace(namespace).delete();
        assertThat(undo(made)).extracting(Undone::result).containsExactly(UndoResult.GONE);

        create("""
            apiVersion: v1
            kind: LimitRange
            metadata: {name: small}
            spec: {limits: [{type: Container, max: {cpu: 1}}]}
            """);

        assertThat(undo(made)).extracting(Undone::result).containsExactly(UndoResult.DIVERGED);
    }

    @Test
    void an_experiment_is_in_when_its_controller_says_so_and_undone_when_it_has_let_go() {
        try (Watch _ = controller()) {
            List<Change> made = inject(FAULT, EXPERIMENT, deployment("cache"));
            assertThat(experiments())
                    .singleElement()
                    .satisfies(e -> assertThat(e.getMetadata().getFinalizers()).contains(FINALIZER));
            List<Undone> undone = undo(made);

            assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
            assertThat(experiments()).isEmpty();
        }
    }

    @Test
    void an_experiment_that_nobody_injects_is_taken_back_and_says_so() {
        ChangeWriter impatient = cluster.changes(Duration.ofSeconds(1));
        Change change = recorded(FAULT, EXPERIMENT, deployment("cache")).getFirst();

        Applied applied = impatient.apply(change, MANAGER);

        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applied.Refused.class,
                        refused -> assertThat(refused.why())
                                .contains("Chaos Mesh has not injected PodChaos " + namespace + "/kill within 1s")
                                .contains("is its controller running"));
        assertThat(experiments()).isEmpty();
    }

    @Test
    void an_experiment_that_nobody_recovers_fails_and_says_how_to_go_on() {
        List<Change> made;
        try (Watch _ = controller()) {
            made = inject(FAULT, EXPERIMENT, deployment("cache"));
        }
        Undone undone = cluster.changes(Duration.ofSeconds(1)).undo(made.getFirst(), MANAGER);
        people.resource(experiments().getFirst()).edit(live -> turned(live, true));

        assertThat(undone.result()).isEqualTo(UndoResult.FAILED);
        assertThat(undone.detail())
                .contains("Chaos Mesh has not recovered PodChaos " + namespace + "/kill within 1s")
                .contains("kubectl");
    }
}
