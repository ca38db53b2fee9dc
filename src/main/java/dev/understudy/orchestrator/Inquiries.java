package dev.understudy.orchestrator;

import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import io.vertx.core.Future;
import java.util.List;

/** Where signals go whose senders want to hear what the drill made of them. Safe for any thread; never blocks. */
public interface Inquiries extends Signals {
    /**
     * Hands a signal over.
     *
     * @return the events that it led to, none when it changed nothing; fails when the drill is over before
     */
    Future<List<DrillEvent>> ask(Signal signal, Origin origin);
}
