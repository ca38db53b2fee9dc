package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.app.Catalog;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.RecordUndo;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Outcome;
import dev.understudy.drill.Phase;
import dev.understudy.journal.Journal;
import dev.understudy.journal.sql.FileLocks;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.scenario.language.Cast;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariant 3: after a kill at any event, the next start (or {@code undo}) brings the cluster back. The drill is cut at
 * every entry of its journal, once with the entry written and once without, and the world is compared.
 */
class CrashMatrixTest {
    private static final AtomicInteger SEEDS = new AtomicInteger();

    @TempDir
    static Path folder;

    private static Theatre theatre;
    private static Vertx vertx;
    private static Map<String, JsonNode> before;
    private static List<Entry> whole;

    @BeforeAll
    static void opens() throws Exception {
        theatre = new Theatre();
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        before = theatre.world();
        try (SqlJournal journal = SqlJournal.open(folder.resolve("whole.db"))) {
            String id = open(journal, theatre.ports()).drill().id();
            await(journal, id);
            whole = journal.read(id);
        }
        settled();
    }

    @AfterAll
    static void closes() {
        vertx.close().await();
        theatre.close();
    }

    /** One of the three tests below, at every entry after the first, with the entry written and without. */
    private static Stream<DynamicTest> atEveryEntry(Scene scene) {
        return IntStream.range(1, whole.size())
                .boxed()
                .flatMap(number -> Stream.of(true, false)
                        .map(written -> DynamicTest.dynamicTest(
                                whole.get(number).event().getClass().getSimpleName() + " " + number
                                        + (written ? " written" : " lost"),
                                () -> scene.play(number, written))));
    }

    @FunctionalInterface
    private interface Scene {
        void play(int number, boolean written) throws Exception;
    }

    @Test
    void the_matrix_reaches_every_kind_of_event_of_a_drill_that_nobody_repairs() {
        assertThat(whole.stream().<Object>map(e -> e.event().getClass()))
                .contains(
                        DrillEvent.RecordWritten.class,
                        DrillEvent.InjectionBegun.class,
                        DrillEvent.FaultInjected.class,
                        DrillEvent.ImpactSeen.class,
                        DrillEvent.ChangeUndone.class,
                        DrillEvent.RecordRemoved.class,
                        DrillEvent.Closed.class);
    }

    @TestFactory
    Stream<DynamicTest> after_a_kill_at_any_event_undo_brings_the_cluster_back_without_the_journal() {
        return atEveryEntry(CrashMatrixTest::undoAlone);
    }

    private static void undoAlone(int number, boolean written) throws Exception {
        try (SqlJournal journal = SqlJournal.open(folder.resolve("undo-" + number + written + ".db"))) {
            kill(journal, number, written);

            List<Undone> results = undoEverything();

            assertThat(results).allMatch(u -> u.result() != UndoResult.FAILED);
            nothingIsLeft();
        }
    }

    @TestFactory
    Stream<DynamicTest> after_a_kill_at_any_event_the_next_start_brings_the_cluster_back() {
        return atEveryEntry(CrashMatrixTest::nextStart);
    }

    private static void nextStart(int number, boolean written) throws Exception {
        Path file = folder.resolve("start-" + number + written + ".db");
        try (SqlJournal journal = SqlJournal.open(file)) {
            kill(journal, number, written);

            List<Drill> finished =
                    new Recovery(vertx, journal, locks(), TimeSource.system()).recover(theatre.ports(), (_, _) -> {});

            assertThat(finished).allSatisfy(drill -> {
                assertThat(drill.phase()).isEqualTo(Phase.CLOSED);
                assertThat(drill.outcome().passed()).isFalse();
            });
            assertThat(journal.drills())
                    .allSatisfy(d -> assertThat(Drill.of(journal.read(d.drill()))
                                    .orElseThrow()
                                    .phase()
                                    .over())
                            .isTrue());
            nothingIsLeft();
        }
    }

    @TestFactory
    Stream<DynamicTest> an_undo_after_a_kill_never_overwrites_what_a_responder_has_set_even_an_equal_value() {
        return atEveryEntry(CrashMatrixTest::meanwhile);
    }

    private static void meanwhile(int number, boolean written) throws Exception {
        for (int chosen : new int[] {0, 5}) {
            try (SqlJournal journal =
                    SqlJournal.open(folder.resolve("meanwhile-" + number + written + chosen + ".db"))) {
                kill(journal, number, written);
                // a write that changes nothing leaves no owner behind, so an equal value is set by way of another
                theatre.scaleBy("kubectl-edit", 4);
                theatre.scaleBy("kubectl-edit", chosen);

                undoEverything();

                assertThat(theatre.replicas()).isEqualTo(chosen);
                theatre.scaleBy("kubectl-client-side-apply", 3);
                nothingIsLeft();
            }
        }
    }

    @Test
    void a_recovery_that_finds_nothing_to_do_changes_nothing() throws Exception {
        try (SqlJournal journal = SqlJournal.open(folder.resolve("nothing.db"))) {
            assertThat(new Recovery(vertx, journal, locks(), TimeSource.system())
                            .recover(theatre.ports(), (_, _) -> {}))
                    .isEmpty();
            nothingIsLeft();
        }
    }

    @Test
    void a_drill_that_a_living_process_holds_is_never_recovered() throws Exception {
        try (SqlJournal journal = SqlJournal.open(folder.resolve("living.db"))) {
            OpenResult.Going going = open(journal, theatre.ports());
            List<Drill> finished =
                    new Recovery(vertx, journal, locks(), TimeSource.system()).recover(theatre.ports(), (_, _) -> {});
            Drill end = going.drill().over().await();

            assertThat(finished).isEmpty();
            assertThat(end.outcome()).isEqualTo(Outcome.ABORTED);
            settled();
        }
    }

    private static void kill(Journal journal, int number, boolean written) throws Exception {
        Cut cut = new Cut(number, written);
        ClusterPorts mortal = cut.ports(theatre.ports());
        Vertx own = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            Drills drills = new Drills(
                    own,
                    cut.journal(journal),
                    new FileLocks(folder.resolve("dead-locks")),
                    mortal,
                    Catalog.FAULTS,
                    TimeSource.system());
            LiveDrill live = ((OpenResult.Going) drills.open(casting(), SEEDS.incrementAndGet(), (_, _) -> {})).drill();
            dies(live, cut);
        } catch (Cut.Dead _) {
            // died while opening
        } finally {
            own.close().await();
        }
    }

    /** A run whose readings came in another order may end before the entry; then there is nothing to bring back. */
    private static void dies(LiveDrill live, Cut cut) throws InterruptedException {
        try {
            live.over().await();
        } catch (RuntimeException _) {
            cut.await();
        }
    }

    private static List<Undone> undoEverything() {
        RecordUndo undo = new RecordUndo(theatre.cluster.records(), theatre.cluster.changes());
        List<Undone> all = new ArrayList<>();
        for (DrillRecord record : theatre.cluster.records().find("")) {
            all.addAll(undo.undo(record, "test"));
        }
        return all;
    }

    private static void nothingIsLeft() {
        settled();
        // controllers follow a moment later
        Awaitility.await().untilAsserted(() -> assertThat(theatre.world()).containsExactlyInAnyOrderEntriesOf(before));
        assertThat(theatre.cluster.records().find("")).isEmpty();
        assertThat(theatre.managers()).noneMatch(m -> m.startsWith("understudy-"));
    }

    private static void settled() {
        theatre.awaitReady(3);
    }

    private static OpenResult.Going open(Journal journal, ClusterPorts ports) {
        Drills drills = new Drills(vertx, journal, locks(), ports, Catalog.FAULTS, TimeSource.system());
        return (OpenResult.Going) drills.open(casting(), SEEDS.incrementAndGet(), (_, _) -> {});
    }

    private static void await(Journal journal, String id) {
        Awaitility.await()
                .until(() -> Drill.of(journal.read(id)).orElseThrow().phase().over());
    }

    private static FileLocks locks() {
        return new FileLocks(folder.resolve("locks"));
    }

    private static Casting casting() {
        Cast cast = Theatre.cast();
        return new Casting(cast.scenario(), cast.roster(), null);
    }
}
