package dev.understudy.orchestrator;

import dev.understudy.app.Catalog;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.journal.MemoryJournal;
import dev.understudy.journal.sql.FileLocks;
import dev.understudy.report.DrillReport;
import dev.understudy.scenario.language.Cast;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** One drill on a {@link Theatre}, followed as it goes. */
final class Rehearsed implements AutoCloseable {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final LiveDrill live;

    Rehearsed(Theatre theatre, Cast cast, Path folder) {
        Drills drills = new Drills(
                vertx,
                new MemoryJournal(),
                new FileLocks(folder.resolve("locks")),
                theatre.ports(),
                Catalog.FAULTS,
                TimeSource.system());
        OpenResult opened =
                drills.open(new Casting(cast.scenario(), cast.roster(), null), 1, (entry, _) -> entries.add(entry));
        live = switch (opened) {
            case OpenResult.Going going -> going.drill();
            case OpenResult.Refused refused -> {
                close();
                throw new AssertionError(refused.refusals());
            }
        };
    }

    /** Waits until an event of this kind is written. */
    <E extends DrillEvent> E await(Class<E> event) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> entries.stream()
                                .map(Entry::event)
                                .filter(event::isInstance)
                                .map(event::cast)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    Drill end() {
        return live.await();
    }

    DrillReport report() {
        return DrillReport.of(entries, "head");
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
