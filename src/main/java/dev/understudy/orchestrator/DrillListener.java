package dev.understudy.orchestrator;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Entry;

/** Follows one drill as it is written down. Called on the drill's own thread: it must not block. */
@FunctionalInterface
public interface DrillListener {
    /** An entry was written down, and this is the state with it. */
    void written(Entry entry, Drill drill);
}
