package dev.understudy.orchestrator;

import dev.understudy.drill.Drill;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import io.vertx.core.Future;

/**
 * A drill that is going on.
 *
 * @param id its id
 * @param signals where to send what people do
 * @param over completes with the final state, when everything that watched and worked for the drill has stopped
 */
public record LiveDrill(String id, Signals signals, Future<Drill> over) {
    /** Waits for the end and returns the final state; for a thread that may block. */
    public Drill await() {
        return over.await();
    }

    /** Stops the drill; everything is undone before it is over. */
    public void stop(EndCause cause, String detail) {
        signals.send(new Signal.Stop(cause, detail), Origin.DRILL);
    }
}
