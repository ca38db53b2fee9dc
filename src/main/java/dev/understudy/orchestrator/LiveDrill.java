package dev.understudy.orchestrator;

import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import io.vertx.core.Future;
import java.util.List;

/**
 * A drill that is going on.
 *
 * @param briefing what it knows from its beginning
 * @param signals where to send what people do
 * @param over completes with the final state, when everything that watched and worked for the drill has stopped
 */
public record LiveDrill(Briefing briefing, Inquiries signals, Future<Drill> over) {
    /** Returns its id. */
    public String id() {
        return briefing.drill();
    }

    /** Hands a signal over and tells what the drill made of it; fails when the drill is over before. */
    public Future<List<DrillEvent>> ask(Signal signal, Origin origin) {
        return signals.ask(signal, origin);
    }

    /** Waits for the end and returns the final state; for a thread that may block. */
    public Drill await() {
        return over.await();
    }

    /** Stops the drill; everything is undone before it is over. */
    public void stop(EndCause cause, String detail) {
        signals.send(new Signal.Stop(cause, detail), Origin.DRILL);
    }
}
