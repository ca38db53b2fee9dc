package dev.understudy.endpoint;

import dev.understudy.exclusion.BreachKind;

/**
 * Something that a person at a terminal tells a running drill. Who it is said to be, is self-reported: whoever may read
 * the drill's address may say it.
 */
public sealed interface Order {
    /** Who gives hints and stops drills when nobody is named. */
    String FACILITATOR = "facilitator";

    /** Returns the responder by name, or {@link #FACILITATOR}. */
    String who();

    /** They take it. */
    record Acknowledge(String who) implements Order {}

    /** They write something down. */
    record Note(String who, String text) implements Order {}

    /**
     * They give a hint of the scenario's ladder.
     *
     * @param level 1 to 4
     */
    record Hint(String who, int level) implements Order {}

    /**
     * An excluded responder got involved.
     *
     * @param who the excluded responder
     * @param detail in words; may be empty
     */
    record Breach(String who, BreachKind kind, String detail) implements Order {}

    /**
     * They call for help from outside the drill.
     *
     * @param realEmergency whether the drill must end at once, because something real is the matter
     */
    record BreakGlass(String who, String reason, boolean realEmergency) implements Order {}

    /** They end the drill. */
    record Abort(String who, String reason) implements Order {}
}
