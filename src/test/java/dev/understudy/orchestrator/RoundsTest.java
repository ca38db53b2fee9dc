package dev.understudy.orchestrator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.Catalog;
import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Entry;
import dev.understudy.journal.Journal;
import dev.understudy.journal.MemoryJournal;
import dev.understudy.journal.sql.FileLocks;
import dev.understudy.scenario.language.Cast;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that are put in again, that hit pods which appear later, and that a disruption budget holds back. */
class RoundsTest {
    private final Journal journal = new MemoryJournal();

    @TempDir
    Path folder;

    private Theatre theatre;
    private Vertx vertx;

    @BeforeEach
    void opens() throws IOException {
        theatre = new Theatre();
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    }

    @AfterEach
    void closes() {
        vertx.close().await();
        theatre.close();
    }

    @Test
    void a_fault_is_put_in_again_on_pods_that_are_there_then() {
        LiveDrill live = open(Theatre.cast(
                "checkout-cache",
                "- {name: kill, repeat: {every: 1s, times: 3}, podKill: {gracePeriod: 0s}}",
                "50ms",
                ""));

        Drill end = live.await();

        assertThat(end.marks().recovered()).isNotNull();
        assertThat(requireNonNull(end.faults().get("kill")).changes())
                .extracting(change -> change.object().name())
                .hasSize(3);
        assertThat(requireNonNull(end.faults().get("kill")).undone().values())
                .extracting(DrillEvent.ChangeUndone::result)
                .containsOnly(UndoResult.SELF_ENDING);
        assertThat(theatre.cluster.records().find("")).isEmpty();
    }

    @Test
    void pods_that_appear_later_are_hit_too() {
        LiveDrill live = open(Theatre.cast(
                "checkout-cache", "- {name: kill, sticky: true, podKill: {mode: all, gracePeriod: 0s}}", "3s", ""));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> events(live).stream()
                                .filter(DrillEvent.FaultRepeated.class::isInstance)
                                .count()
                        >= 2);

        live.stop(EndCause.PERSON, "seen enough");
        Drill end = live.await();

        assertThat(requireNonNull(end.faults().get("kill")).podsHit()).isGreaterThanOrEqualTo(6);
        assertThat(theatre.cluster.records().find("")).isEmpty();
        theatre.awaitReady(3);
    }

    @Test
    void what_a_budget_holds_back_is_asked_for_again_and_what_stayed_is_told() {
        LiveDrill live = open(Theatre.cast("payments", "- {name: empty it, podEvict: {mode: all}}", "50ms", ""));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> noted(live, "a disruption budget holds back 1 evictions"));

        Drill end = live.await();

        assertThat(noted(live, "evicted now") || noted(live, "never evicted")).isTrue();
        assertThat(end.phase().over()).isTrue();
        assertThat(theatre.cluster.records().find("")).isEmpty();
    }

    @Test
    void a_fault_whose_pods_are_gone_when_its_hour_comes_takes_others() {
        LiveDrill live = open(Theatre.cast(
                "checkout-cache",
                "[{name: all, podKill: {mode: all, gracePeriod: 0s}}, {name: one more, at: 2s, podKill: {gracePeriod: 0s}}]",
                "50ms",
                ""));

        Drill end = live.await();

        assertThat(noted(live, "the pods of the plan are gone")).isTrue();
        assertThat(end.marks().recovered()).isNotNull();
    }

    private List<DrillEvent> events(LiveDrill live) {
        return journal.read(live.id()).stream().map(Entry::event).toList();
    }

    private boolean noted(LiveDrill live, String text) {
        return events(live).stream().anyMatch(e -> e instanceof DrillEvent.Noted(String told) && told.contains(text));
    }

    private LiveDrill open(Cast cast) {
        OpenResult result = new Drills(
                        vertx,
                        journal,
                        new FileLocks(folder.resolve("locks")),
                        theatre.ports(),
                        Catalog.FAULTS,
                        TimeSource.system())
                .open(new Casting(cast.scenario(), cast.roster(), null), 7, (_, _) -> {});
        assertThat(result).isInstanceOf(OpenResult.Going.class);
        return ((OpenResult.Going) result).drill();
    }
}
