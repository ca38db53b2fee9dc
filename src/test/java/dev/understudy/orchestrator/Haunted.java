package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.app.Catalog;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.RecordUndo;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.kubernetes.Client;
import dev.understudy.cluster.kubernetes.KubernetesCluster;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.hostile.HostileServer;
import dev.understudy.journal.Verification;
import dev.understudy.journal.sql.FileLocks;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.scenario.language.Cast;
import dev.understudy.simulated.SimulatedOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A theatre that drills reach only by way of a hostile server; sees what they leave behind by a way of its own. */
final class Haunted implements AutoCloseable {
    /** What a drill may take at most: its deadline, the patience of its undo, and what a busy machine adds. */
    private static final Duration LIMIT =
            Duration.ofSeconds(6).plus(Drills.UNDO_PATIENCE).plusSeconds(30);

    private static final String LAST_FAULT = "lose the cache";
    private static final String SCENARIO = """
            apiVersion: understudy.dev/v1
            kind: Scenario
            metadata: {name: haunted}
            spec:
              purpose: Does everything come back?
              service: checkout
              incidentClass: cache-loss
              hypothesis: It does.
              target: {namespace: shop, workload: {kind: Deployment, name: checkout-cache}}
              responders:
                team: payments
                exclude: [{responder: ana, reason: wrote it}]
              steadyState:
                sustained: 50ms
                probes:
                  - {name: cache is ready, workload: {kind: Deployment, name: checkout-cache, ready: 100%}}
              faults:
                - {name: nobody deploys, accessRevoked: {roleBinding: deployers}}
                - {name: wrong key, config: {secret: bank-key, key: token, value: not-the-key}}
                - {name: it reaches nobody, networkDeny: {direction: egress}}
                - {name: lose the cache, scale: {replicas: 0}}
              objectives: {detect: 2s, acknowledge: 2s, recover: 4s}
              guardrails:
                deadline: 6s
                impactWithin: 5s
                unknownFor: 3s
                blastRadius: {maxPods: 3, maxPercent: 100}
            """;

    private static final String SHORT = """
                abortUnless:
                  - {name: not for long, for: 50ms, workload: {kind: Deployment, name: checkout-cache, ready: 100%}}
            """;

    private static final String BINDING = """
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: deployers, namespace: shop}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
            subjects: [{kind: User, name: pipeline, apiGroup: rbac.authorization.k8s.io}]
            """;

    final Theatre theatre;
    final HostileServer server;
    final KubernetesCluster through;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicInteger seeds = new AtomicInteger();
    private final Map<String, JsonNode> before;
    private final SqlJournal journal;
    private final Path folder;

    Haunted(Path folder) throws IOException {
        this.folder = folder;
        theatre = new Theatre(SimulatedOptions.defaults(), shop -> shop + "\n" + BINDING);
        server = new HostileServer(theatre.simulated.kubeconfig());
        through = KubernetesCluster.open(
                server.kubeconfig(), Optional.empty(), Client.understudy("test", InstantSource.system()));
        journal = SqlJournal.open(folder.resolve("journal.db"));
        before = world();
    }

    /** Opens a drill that ends as soon as it hurts. */
    LiveDrill open() {
        return opened(SCENARIO + SHORT, (_, _) -> {});
    }

    /**
     * Opens a drill that ends as soon as it hurts.
     *
     * @param onceIn what happens when its last fault is in: its end may be too near for anybody who looks now and then
     */
    LiveDrill open(Runnable onceIn) {
        return opened(SCENARIO + SHORT, (entry, _) -> {
            if (entry.event() instanceof DrillEvent.FaultInjected in
                    && in.fault().equals(LAST_FAULT)) {
                onceIn.run();
            }
        });
    }

    /** Opens a drill that goes on to its deadline. */
    LiveDrill openPatient() {
        return opened(SCENARIO, (_, _) -> {});
    }

    private LiveDrill opened(String scenario, DrillListener listener) {
        OpenResult result = tryOpen(scenario, listener);
        assertThat(result).isInstanceOf(OpenResult.Going.class);
        return ((OpenResult.Going) result).drill();
    }

    OpenResult tryOpen() {
        return tryOpen(SCENARIO + SHORT, (_, _) -> {});
    }

    private OpenResult tryOpen(String scenario, DrillListener listener) {
        Cast cast = Theatre.read(scenario);
        return new Drills(
                        vertx,
                        journal,
                        new FileLocks(folder.resolve("locks")),
                        theatre.ports(through),
                        Catalog.FAULTS,
                        TimeSource.system())
                .open(new Casting(cast.scenario(), cast.roster(), null), seeds.incrementAndGet(), listener);
    }

    List<DrillEvent> events(LiveDrill live) {
        return journal.read(live.id()).stream().map(Entry::event).toList();
    }

    /** Waits for the end, which may not be late, and finds every event in the journal. */
    Drill end(LiveDrill live) throws Exception {
        Drill end = live.over().toCompletionStage().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        Drill written = Drill.of(journal.read(live.id())).orElseThrow();
        assertThat(written.length()).isEqualTo(end.length());
        assertThat(written.phase().over()).isTrue();
        assertThat(Verification.of(journal, Map.of())).isInstanceOf(Verification.Intact.class);
        return end;
    }

    /** Once the server is calm: what the drill could not take back it has said, and 'undo' takes it back. */
    void nothingIsLeft(Drill end) {
        for (DrillRecord record : theatre.cluster.records().find("")) {
            assertThat(end.recordKept() || end.leftBehind())
                    .as("the drill says that its record stays")
                    .isTrue();
            assertThat(new RecordUndo(theatre.cluster.records(), theatre.cluster.changes()).undo(record, "test"))
                    .allMatch(u -> u.result() != UndoResult.FAILED);
        }
        untouched();
    }

    void untouched() {
        theatre.awaitReady(3);
        // controllers follow a moment later
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(differences()).isEmpty());
        assertThat(theatre.cluster.records().find("")).isEmpty();
        assertThat(theatre.managers()).noneMatch(m -> m.startsWith("understudy-"));
    }

    private List<String> differences() {
        Map<String, JsonNode> now = world();
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .map(name -> name + " is " + now.get(name) + ", was " + before.get(name))
                .toList();
    }

    /** What was deleted and created again is a new object, and otherwise the same. */
    private Map<String, JsonNode> world() {
        Map<String, JsonNode> world = theatre.world();
        world.values()
                .forEach(object -> ((ObjectNode) object.get("metadata")).remove(List.of("uid", "creationTimestamp")));
        return world;
    }

    @Override
    public void close() {
        through.close();
        server.close();
        vertx.close().await();
        journal.close();
        theatre.close();
    }
}
