package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.app.Catalog;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Outcome;
import dev.understudy.drill.Phase;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalException;
import dev.understudy.journal.MemoryJournal;
import dev.understudy.journal.sql.FileLocks;
import dev.understudy.scenario.language.Cast;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Writer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of the README and of ARCHITECTURE.md that need a cluster to be kept. */
class PromisesTest {
    private final AtomicInteger seeds = new AtomicInteger();
    private final Journal journal = new MemoryJournal();

    @TempDir
    Path folder;

    private Theatre theatre;
    private Vertx vertx;
    private Map<String, JsonNode> before;

    @BeforeEach
    void opens() throws IOException {
        theatre = new Theatre();
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        before = theatre.world();
    }

    @AfterEach
    void closes() {
        vertx.close().await();
        theatre.close();
    }

    @Test
    void nothing_is_injected_when_the_journal_cannot_be_opened_for_writing() {
        OpenResult result = open(failingAt(event -> true), theatre.cluster.records());

        assertThat(result).isInstanceOf(OpenResult.Refused.class);
        untouched();
    }

    @Test
    void nothing_is_injected_when_the_journal_fails_just_before() {
        Drill end = run(failingAt(DrillEvent.InjectionBegun.class::isInstance), theatre.cluster.records());

        assertThat(end.outcome().passed()).isFalse();
        assertThat(end.marks().injected()).isNull();
        untouched();
    }

    @Test
    void a_journal_that_fails_while_the_fault_is_in_leaves_no_fault_behind() {
        Drill end = run(failingAt(DrillEvent.ImpactSeen.class::isInstance), theatre.cluster.records());

        assertThat(end.outcome()).isEqualTo(Outcome.ABORTED);
        untouched();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                DrillEvent.SteadyStateHeld.class,
                DrillEvent.RecordWritten.class,
                DrillEvent.FaultInjected.class,
                DrillEvent.EndDecided.class,
                DrillEvent.ChangeUndone.class,
                DrillEvent.RecordRemoved.class,
                DrillEvent.Closed.class
            })
    void a_journal_that_fails_at_any_event_ends_the_drill_and_leaves_nothing_behind(Class<?> event) {
        Drill end = run(failingAt(event::isInstance), theatre.cluster.records());

        assertThat(end.phase().over()).isTrue();
        assertThat(end.outcome().passed()).isFalse();
        untouched();
    }

    @Test
    void nothing_is_injected_when_the_record_cannot_be_written() {
        Drill end = run(journal, new Unwritable(theatre.cluster.records()));

        assertThat(end.phase()).isEqualTo(Phase.REFUSED);
        assertThat(end.refusals()).singleElement().asString().contains("no space left");
        untouched();
    }

    @Test
    void nothing_is_injected_where_another_drill_holds_the_namespace() {
        DrillRecord other = theatre.cluster
                .records()
                .write(new DrillRecord(
                        "other-drill",
                        "shop",
                        theatre.cluster.uid(),
                        "understudy-other-drill",
                        java.time.Instant.now().plusSeconds(600),
                        List.of(),
                        null,
                        ""));

        Drill end = run(journal, theatre.cluster.records());

        assertThat(end.phase()).isEqualTo(Phase.REFUSED);
        assertThat(end.refusals()).singleElement().asString().contains("other-drill");
        theatre.cluster.records().remove(other);
        untouched();
    }

    @Test
    void taking_the_consent_away_stops_and_undoes_a_drill() {
        LiveDrill live = ((OpenResult.Going) open(journal, theatre.cluster.records(), patient())).drill();
        Awaitility.await().until(() -> theatre.replicas() == 0);

        ObjectNode shop =
                theatre.simulated.store().get(Kinds.NAMESPACE, "", "shop").orElseThrow();
        ((ObjectNode) shop.at("/metadata/labels")).remove("understudy.dev/drills");
        theatre.simulated.store().update(Kinds.NAMESPACE, shop, Writer.updating("owner"));
        Drill end = live.await();

        assertThat(end.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(theatre.replicas()).isEqualTo(3);
        assertThat(theatre.cluster.records().find("shop")).isEmpty();
    }

    @Test
    void a_repair_by_somebody_is_never_overwritten_by_the_drills_own_undo() {
        LiveDrill live = ((OpenResult.Going) open(journal, theatre.cluster.records(), patient())).drill();
        Awaitility.await().until(() -> theatre.replicas() == 0);

        theatre.scaleBy("kubectl-edit", 5);
        Drill end = live.await();

        assertThat(theatre.replicas()).isEqualTo(5);
        assertThat(end.closed())
                .isNotNull()
                .extracting(DrillEvent.Closed::changesLeft, InstanceOfAssertFactories.list(String.class))
                .containsExactly("Deployment shop/checkout-cache: spec.replicas is 5, was 3");
    }

    private Drill run(Journal into, DrillRecords records) {
        return ((OpenResult.Going) open(into, records)).drill().await();
    }

    private OpenResult open(Journal into, DrillRecords records) {
        return open(into, records, Theatre.cast());
    }

    private OpenResult open(Journal into, DrillRecords records, Cast cast) {
        ClusterPorts real = theatre.ports();
        ClusterPorts ports = new ClusterPorts(
                real.name(),
                real.options(),
                real.simulated(),
                real.user(),
                real.cluster(),
                real.writer(),
                records,
                real.access(),
                real.caller(),
                real.connector(),
                real.monitoring(),
                real.way(),
                null);
        return new Drills(
                        vertx, into, new FileLocks(folder.resolve("locks")), ports, Catalog.FAULTS, TimeSource.system())
                .open(new Casting(cast.scenario(), cast.roster(), null), seeds.incrementAndGet(), (_, _) -> {});
    }

    /** The same drill without the guardrail that ends it. */
    private static Cast patient() {
        return Theatre.cast("");
    }

    private void untouched() {
        Awaitility.await().untilAsserted(() -> assertThat(theatre.world()).containsExactlyInAnyOrderEntriesOf(before));
        assertThat(theatre.cluster.records().find("")).isEmpty();
        assertThat(theatre.managers()).noneMatch(m -> m.startsWith("understudy-"));
    }

    private Journal failingAt(Predicate<DrillEvent> event) {
        return new Journal() {
            private boolean failed;

            @Override
            public void append(String drill, int expectedLength, List<Entry> entries) {
                failed |= entries.stream().map(Entry::event).anyMatch(event);
                if (failed) {
                    throw new JournalException("the journal is full", null);
                }
                journal.append(drill, expectedLength, entries);
            }

            @Override
            public List<Entry> read(String drill) {
                return journal.read(drill);
            }

            @Override
            public List<DrillSummary> drills() {
                return journal.drills();
            }
        };
    }

    /** Records that cannot be written. */
    private record Unwritable(DrillRecords real) implements DrillRecords {
        @Override
        public DrillRecord write(DrillRecord record) {
            throw new ClusterException(ClusterException.Kind.UNAVAILABLE, "no space left");
        }

        @Override
        public List<DrillRecord> find(String namespace) {
            return real.find(namespace);
        }

        @Override
        public void remove(DrillRecord record) {
            real.remove(record);
        }
    }
}
