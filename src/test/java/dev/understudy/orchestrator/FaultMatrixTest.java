package dev.understudy.orchestrator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.app.Catalog;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.RecordUndo;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.FaultState;
import dev.understudy.fault.FaultType;
import dev.understudy.journal.Journal;
import dev.understudy.journal.MemoryJournal;
import dev.understudy.journal.sql.FileLocks;
import dev.understudy.scenario.language.Cast;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault on the shop, left to its end and undone, and killed at the events that matter to an undo: nothing may be
 * left behind. {@code -Dunderstudy.matrix=full} kills at every kind of event and writes the table to
 * {@code target/crash-matrix.md}.
 */
class FaultMatrixTest {
    /** What each fault is tried with: a Deployment of the shop, and the fault's own YAML. */
    private static final Map<String, List<String>> FAULTS = faults();

    private static final List<Class<? extends DrillEvent>> DECISIVE =
            List.of(DrillEvent.InjectionBegun.class, DrillEvent.FaultInjected.class, DrillEvent.ChangeUndone.class);
    private static final List<Class<? extends DrillEvent>> ALL = List.of(
            DrillEvent.SteadyStateHeld.class,
            DrillEvent.RecordWritten.class,
            DrillEvent.InjectionBegun.class,
            DrillEvent.FaultInjected.class,
            DrillEvent.FaultEnded.class,
            DrillEvent.ChangeUndone.class,
            DrillEvent.EndDecided.class,
            DrillEvent.RecordRemoved.class,
            DrillEvent.Closed.class);

    private static final AtomicInteger SEEDS = new AtomicInteger();
    private static final Map<String, AtomicInteger> KILLS = new LinkedHashMap<>();

    @TempDir
    static Path folder;

    private static Theatre theatre;
    private static Vertx vertx;
    private static Map<String, JsonNode> before;

    private static Map<String, List<String>> faults() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("scale", List.of("checkout-cache", "scale: {replicas: 0}"));
        all.put("podKill", List.of("checkout-cache", "podKill: {gracePeriod: 0s}"));
        all.put("podEvict", List.of("payments", "podEvict: {}"));
        all.put("image", List.of("checkout-cache", "image: {image: \"registry.shop.example/cache:none\"}"));
        all.put("config", List.of("checkout", "config: {configMap: checkout-settings, key: CURRENCY}"));
        all.put("env", List.of("checkout-cache", "env: {name: NEW, value: \"1\"}"));
        all.put(
                "resources",
                List.of("checkout-cache", "resources: {limits: {memory: 16Mi}, requests: {memory: 16Mi}}"));
        all.put("readiness", List.of("checkout-cache", "readiness: {}"));
        all.put("crashLoop", List.of("checkout-cache", "crashLoop: {}"));
        all.put("serviceSelector", List.of("checkout-cache", "serviceSelector: {}"));
        all.put("networkDeny", List.of("checkout", "networkDeny: {direction: egress, dns: true}"));
        all.put("nodeCordon", List.of("checkout-cache", "nodeCordon: {}"));
        all.put("nodeDrain", List.of("checkout-cache", "nodeDrain: {}"));
        all.put("nodeTaint", List.of("checkout-cache", "nodeTaint: {key: maintenance, effect: NoSchedule}"));
        all.put("quota", List.of("checkout-cache", "quota: {hard: {pods: \"5\"}}"));
        all.put("accessRevoked", List.of("checkout-cache", "accessRevoked: {roleBinding: web-responders}"));
        all.put(
                "manifest",
                List.of(
                        "checkout-cache",
                        "manifest: {objects: [{apiVersion: v1, kind: ConfigMap, metadata: {name: extra}, data: {a: \"1\"}}]}"));
        return all;
    }

    @BeforeAll
    static void opens() throws Exception {
        theatre = new Theatre();
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        settled();
        before = theatre.world();
    }

    @AfterAll
    static void closes() throws IOException {
        vertx.close().await();
        theatre.close();
        if (full()) {
            StringBuilder table = new StringBuilder("| fault | kills | left behind |\n|---|---|---|\n");
            KILLS.forEach((fault, kills) -> table.append("| `%s` | %d | 0 |%n".formatted(fault, kills.get())));
            Files.writeString(Path.of("target/crash-matrix.md"), table);
        }
    }

    private static boolean full() {
        return "full".equals(System.getProperty("understudy.matrix"));
    }

    @Test
    void the_matrix_knows_every_fault() {
        assertThat(FAULTS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Catalog.FAULTS.stream().map(FaultType::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> a_fault_that_nobody_repairs_leaves_nothing_behind_when_its_time_is_up() {
        return FAULTS.keySet().stream().map(fault -> DynamicTest.dynamicTest(fault, () -> leftAlone(fault)));
    }

    private static void leftAlone(String fault) {
        Drill end = open(fault, new MemoryJournal(), theatre.ports(), vertx).await();

        assertThat(end.phase().over()).isTrue();
        assertThat(end.refusals()).isEmpty();
        assertThat(end.faults().values())
                .allSatisfy(state -> assertThat(state.progress()).isEqualTo(FaultState.Progress.IN))
                .flatExtracting(state -> state.undone().values())
                .extracting(DrillEvent.ChangeUndone.class::cast)
                .extracting(DrillEvent.ChangeUndone::result)
                .isNotEmpty()
                .isSubsetOf(UndoResult.UNDONE, UndoResult.RESTORED, UndoResult.GONE, UndoResult.SELF_ENDING);
        nothingIsLeft();
    }

    @TestFactory
    Stream<DynamicTest> a_fault_leaves_nothing_behind_after_a_kill_at_any_event() {
        return FAULTS.keySet().stream()
                .flatMap(fault -> (full() ? ALL : DECISIVE)
                        .stream()
                                .flatMap(event -> (full() ? Stream.of(true, false) : Stream.of(false))
                                        .map(written -> DynamicTest.dynamicTest(
                                                fault + " at " + event.getSimpleName()
                                                        + (written ? " written" : " lost"),
                                                () -> killed(fault, event, written)))));
    }

    private static void killed(String fault, Class<? extends DrillEvent> event, boolean written) throws Exception {
        Journal journal = new MemoryJournal();
        Cut cut = new Cut(event, written);
        Vertx own = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            LiveDrill live = open(fault, cut.journal(journal), cut.ports(theatre.ports()), own);
            live.over().await();
        } catch (RuntimeException _) {
            cut.await();
        } finally {
            own.close().await();
        }

        boolean byTheRecord =
                KILLS.computeIfAbsent(fault, _ -> new AtomicInteger()).getAndIncrement() % 2 == 0;
        if (byTheRecord) {
            assertThat(undoEverything()).allMatch(u -> u.result() != UndoResult.FAILED);
        } else {
            new Recovery(vertx, journal, new FileLocks(folder.resolve("locks")), TimeSource.system())
                    .recover(theatre.ports(), (_, _) -> {});
        }

        nothingIsLeft();
    }

    private static List<Undone> undoEverything() {
        RecordUndo undo = new RecordUndo(theatre.cluster.records(), theatre.cluster.changes());
        List<Undone> all = new ArrayList<>();
        for (DrillRecord record : theatre.cluster.records().find("")) {
            all.addAll(undo.undo(record, "test"));
        }
        return all;
    }

    private static LiveDrill open(String fault, Journal journal, ClusterPorts ports, Vertx vertx) {
        List<String> how = requireNonNull(FAULTS.get(fault));
        Cast cast =
                Theatre.cast(how.getFirst(), "- {name: " + fault + ", for: 300ms, " + how.getLast() + "}", "20ms", "");
        OpenResult result = new Drills(
                        vertx,
                        journal,
                        new FileLocks(folder.resolve("locks-" + SEEDS.incrementAndGet())),
                        ports,
                        Catalog.FAULTS,
                        TimeSource.system())
                .open(new Casting(cast.scenario(), cast.roster(), null), SEEDS.get(), (_, _) -> {});
        assertThat(result).isInstanceOf(OpenResult.Going.class);
        return ((OpenResult.Going) result).drill();
    }

    private static void nothingIsLeft() {
        settled();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(theatre.world()).containsExactlyInAnyOrderEntriesOf(before));
        assertThat(theatre.cluster.records().find("")).isEmpty();
    }

    private static void settled() {
        theatre.awaitReady(3);
    }
}
