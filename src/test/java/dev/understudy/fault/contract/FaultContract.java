package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.UndoOrder;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.cluster.kubernetes.Client;
import dev.understudy.cluster.kubernetes.KubernetesCluster;
import dev.understudy.fault.FaultPlan;
import dev.understudy.fault.FaultSpec;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.Moment;
import dev.understudy.fault.Target;
import dev.understudy.simulated.contract.Contender;
import dev.understudy.simulated.contract.Contenders;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Puts a fault into a cluster and takes it back, as a drill does but without one: plan, preview, record, changes, undo.
 * Each test has an opted-in namespace of its own.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.understudy.simulated.contract.Contenders#all")
abstract class FaultContract {
    static final String DRILL = "drill-1";
    static final String MANAGER = "understudy-" + DRILL;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Parameter
    Contender contender = Contenders.MISSING;

    /** An administrator's client: a responder with kubectl. */
    KubernetesClient people;

    KubernetesCluster cluster;
    ChangeWriter changes;
    String namespace = "";

    @BeforeEach
    void openNamespace() {
        Assumptions.assumeFalse(
                contender.kubeconfig().isEmpty(), Contenders.REAL + " names no cluster, and there is no Docker");
        people = contender.client();
        namespace = "us-" + UUID.randomUUID().toString().substring(0, 8);
        people.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .withLabels(Map.of("understudy.dev/drills", "allowed"))
                        .endMetadata()
                        .build())
                .create();
        cluster = KubernetesCluster.open(
                contender.kubeconfig(),
                Optional.empty(),
                new Client("understudy/test", Duration.ofSeconds(10), InstantSource.system()));
        changes = cluster.changes(Duration.ofSeconds(20));
    }

    @AfterEach
    void closeNamespace() {
        if (people != null) {
            people.namespaces().withName(namespace).delete();
            cluster.close();
            people.close();
        }
    }

    /** Creates the objects of a manifest in the test's namespace, as somebody with kubectl. */
    void create(String yaml) {
        people.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(namespace)
                .create();
    }

    Target deployment(String name) {
        return new Target(namespace, new Workload(WorkloadKind.DEPLOYMENT, name));
    }

    ObjectRef ref(ResourceType type, String name) {
        return new ObjectRef(type, type.namespaced() ? namespace : "", name);
    }

    /** Returns the object as it is now; fails when it is not there. */
    ClusterObject read(ResourceType type, String name) {
        return find(type, name).orElseThrow();
    }

    Optional<ClusterObject> find(ResourceType type, String name) {
        ObjectRef ref = ref(type, name);
        return cluster.observe(new Scope(namespace, Set.of()).with(ref)).find(ref);
    }

    /** Returns what a field of the object holds now, {@code <absent>} when nothing. */
    Object field(ResourceType type, String name, String path) {
        return read(type, name).json(FieldPath.of(path)).orElse("<absent>");
    }

    /** Plans and previews; fails when the fault is impossible here. */
    <S extends FaultSpec> List<Change> planned(FaultType<S> type, S spec, Target target) {
        FaultPlan plan =
                type.plan(spec, target, cluster.observe(type.scope(spec, target)), new Moment(Instant.now(), 7));
        assertThat(plan).isInstanceOf(FaultPlan.Planned.class);
        return ((FaultPlan.Planned) plan)
                .changes().stream().map(c -> changes.preview(c, MANAGER)).toList();
    }

    /** Writes the record and makes the changes; fails when one is refused. */
    <S extends FaultSpec> List<Change> inject(FaultType<S> type, S spec, Target target) {
        List<Change> planned = recorded(type, spec, target);
        for (Change change : planned) {
            assertThat(changes.apply(change, MANAGER)).isInstanceOf(Applied.Made.class);
        }
        return planned;
    }

    /** Plans and writes the record; the changes are still to be made. */
    <S extends FaultSpec> List<Change> recorded(FaultType<S> type, S spec, Target target) {
        List<Change> planned = planned(type, spec, target);
        cluster.records()
                .write(new DrillRecord(
                        DRILL,
                        namespace,
                        cluster.uid(),
                        MANAGER,
                        Instant.now().plus(Duration.ofMinutes(10)),
                        planned,
                        null,
                        ""));
        return planned;
    }

    /** Takes everything back, in the order of an undo. */
    List<Undone> undo(List<Change> made) {
        List<Undone> all = new ArrayList<>();
        UndoOrder.of(made).forEach(change -> all.add(changes.undo(change, MANAGER)));
        return all;
    }

    /** Waits until the assertion holds. */
    static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .untilAsserted(assertion);
    }
}
