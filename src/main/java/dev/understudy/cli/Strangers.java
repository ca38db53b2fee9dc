package dev.understudy.cli;

import dev.understudy.drill.DrillEvent;
import dev.understudy.exclusion.Actor;
import java.util.HashSet;
import java.util.Set;

/** Keeps those whom the roster does not know from filling the screen: each is told of once, the report has it all. */
final class Strangers {
    private final Set<String> told = new HashSet<>();

    /** Tells whether an event is another deed of somebody who has been told of. */
    boolean known(DrillEvent event) {
        return stranger(event)
                && !told.add(((DrillEvent.ChangeSeen) event).actor().name());
    }

    /** Returns what to add to the line of an event. */
    String remark(DrillEvent event) {
        return stranger(event) ? " (told once; the report has all of it)" : "";
    }

    private static boolean stranger(DrillEvent event) {
        return event instanceof DrillEvent.ChangeSeen seen && seen.actor().kind() == Actor.Kind.UNKNOWN;
    }
}
