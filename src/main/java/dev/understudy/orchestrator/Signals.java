package dev.understudy.orchestrator;

import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;

/** Where signals for a drill go. Safe for any thread; never blocks. */
@FunctionalInterface
public interface Signals {
    /** Hands a signal over. */
    void send(Signal signal, Origin origin);

    /** Hands over what the drill's own parts have to say. */
    default void send(Signal signal) {
        send(signal, Origin.DRILL);
    }
}
