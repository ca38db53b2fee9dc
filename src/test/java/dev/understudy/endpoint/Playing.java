package dev.understudy.endpoint;

import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.DrillRules;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import dev.understudy.drill.Stamp;
import dev.understudy.journal.SampleDrill;
import dev.understudy.orchestrator.Inquiries;
import dev.understudy.orchestrator.LiveDrill;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A drill in which the service is impaired and nobody has heard of it: real rules, and no cluster. */
final class Playing implements Inquiries {
    /** A second after the impact. */
    private static final Duration NOW = Duration.ofSeconds(8);

    private final List<Entry> entries = new CopyOnWriteArrayList<>(SampleDrill.entries().stream()
            .takeWhile(entry -> !(entry.event() instanceof DrillEvent.Detected))
            .toList());
    private final Promise<Drill> over = Promise.promise();

    LiveDrill live() {
        return new LiveDrill(drill().briefing(), this, over.future());
    }

    Drill drill() {
        return Drill.of(entries).orElseThrow();
    }

    /** Returns what came after the beginning, with where it came from. */
    List<Entry> news() {
        return entries.stream().dropWhile(e -> e.number() < 11).toList();
    }

    List<DrillEvent> events() {
        return news().stream().map(Entry::event).toList();
    }

    void end() {
        over.complete(drill());
    }

    @Override
    public void send(Signal signal, Origin origin) {
        ask(signal, origin);
    }

    @Override
    public synchronized Future<List<DrillEvent>> ask(Signal signal, Origin origin) {
        if (over.future().isComplete()) {
            return Future.failedFuture("the drill is over");
        }
        Stamp now = new Stamp(SampleDrill.OPENED.plus(NOW), NOW);
        List<DrillEvent> events = DrillRules.decide(drill(), signal, now);
        events.forEach(event -> entries.add(new Entry(entries.size(), now, origin, event)));
        return Future.succeededFuture(events);
    }
}
