package dev.understudy.orchestrator;

import dev.understudy.drill.Action;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.DrillRules;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Outstanding;
import dev.understudy.drill.Signal;
import dev.understudy.drill.Stamp;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs one drill on a virtual thread of its own: takes a signal, lets the rules decide, writes down, performs what is
 * outstanding. It decides nothing itself, so a restarted orchestrator needs no second path.
 *
 * <p>When the journal can no longer be written, nothing more is injected; what may be in the cluster is undone from
 * memory, and the next start finds and closes the drill from the cluster's own record.
 */
public final class DrillRunner extends VerticleBase implements Inquiries {
    private final Journal journal;
    private final Stagehand stagehand;
    private final DrillClock clock;
    private final DrillListener listener;
    private final Set<Action> begun = new HashSet<>();
    private final Promise<Drill> over = Promise.promise();
    private Drill drill;
    private boolean journalLost;
    private long timer = -1;

    /**
     * Prepares to run a drill from where it is.
     *
     * @param drill its state so far; everything up to there stands in the journal
     */
    public DrillRunner(Drill drill, Journal journal, Stagehand stagehand, DrillClock clock, DrillListener listener) {
        this.drill = drill;
        this.journal = journal;
        this.stagehand = stagehand;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public Future<?> start() {
        context.runOnContext(_ -> guarded(this::settle));
        return Future.succeededFuture();
    }

    @Override
    public void send(Signal signal, Origin origin) {
        if (!over.future().isComplete()) {
            context.runOnContext(_ -> guarded(() -> take(signal, origin)));
        }
    }

    @Override
    public Future<List<DrillEvent>> ask(Signal signal, Origin origin) {
        Promise<List<DrillEvent>> answer = Promise.promise();
        over.future().onComplete(_ -> answer.tryFail("the drill is over"));
        if (!over.future().isComplete()) {
            context.runOnContext(_ -> guarded(() -> answer.tryComplete(take(signal, origin))));
        }
        return answer.future();
    }

    /** A mistake of ours must not leave a drill hanging: whoever waits for its end hears of it. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            over.tryFail(e);
        }
    }

    /** Completes with the final state when the drill is over. */
    public Future<Drill> over() {
        return over.future();
    }

    private List<DrillEvent> take(Signal signal, Origin origin) {
        Stamp now = clock.now();
        List<DrillEvent> decided = DrillRules.decide(drill, signal, now);
        append(decided, origin, now);
        settle();
        return decided;
    }

    private void settle() {
        Stamp now = clock.now();
        List<DrillEvent> decided = DrillRules.decide(drill, new Signal.Tick(), now);
        while (!decided.isEmpty()) {
            append(decided, Origin.DRILL, now);
            now = clock.now();
            decided = DrillRules.decide(drill, new Signal.Tick(), now);
        }
        for (Action action : Outstanding.of(drill, now.offset())) {
            if (begun.add(action)) {
                stagehand.perform(action, drill, this);
            }
        }
        wakeAfter(now.offset());
        if (drill.phase().over()) {
            over.tryComplete(drill);
        }
    }

    private void wakeAfter(Duration now) {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
        timer = DrillRules.nextWake(drill, now)
                .map(at -> vertx.setTimer(Math.max(1, at.minus(now).toMillis() + 1), _ -> guarded(this::settle)))
                .orElse(-1L);
    }

    private void append(List<DrillEvent> events, Origin origin, Stamp now) {
        if (events.isEmpty()) {
            return;
        }
        List<Entry> entries = entries(events, origin, now);
        try {
            if (!journalLost) {
                journal.append(drill.briefing().drill(), drill.length(), entries);
            }
        } catch (JournalException e) {
            journalLost = true;
            withoutJournal(events, origin, now, String.valueOf(e.getMessage()));
            return;
        }
        for (Entry entry : entries) {
            drill = drill.after(entry);
            listener.written(entry, drill);
        }
    }

    /** Makes entries of events; an event that cannot follow is found here, before anything is written. */
    private List<Entry> entries(List<DrillEvent> events, Origin origin, Stamp now) {
        List<Entry> entries = new ArrayList<>();
        Drill next = drill;
        for (DrillEvent event : events) {
            Entry entry = new Entry(next.length(), now, origin, event);
            next = next.after(entry);
            entries.add(entry);
        }
        return entries;
    }

    /** What has happened has happened, and is kept in memory; but nothing more may be begun, and nothing counts. */
    private void withoutJournal(List<DrillEvent> events, Origin origin, Stamp now, String reason) {
        append(events.stream().filter(DrillRunner::happened).toList(), origin, now);
        switch (drill.phase()) {
            case PREPARING ->
                append(
                        List.of(
                                drill.recordMayStand()
                                        ? new DrillEvent.EndDecided(EndCause.JOURNAL_LOST, reason)
                                        : new DrillEvent.Refused(List.of(reason))),
                        Origin.DRILL,
                        now);
            case HELD, RUNNING ->
                append(List.of(new DrillEvent.EndDecided(EndCause.JOURNAL_LOST, reason)), Origin.DRILL, now);
            case ENDING, CLOSED, REFUSED -> {}
        }
    }

    private static boolean happened(DrillEvent event) {
        return !(event instanceof DrillEvent.SteadyStateHeld
                || event instanceof DrillEvent.InjectionBegun
                || event instanceof DrillEvent.RoundBegun
                || event instanceof DrillEvent.RecoverySeen
                || event instanceof DrillEvent.EndDecided);
    }
}
