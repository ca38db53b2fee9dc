package dev.understudy.drill;

/**
 * Something the drill owes the world. Derived from state, so a restarted orchestrator owes exactly what the one before
 * it still owed.
 */
public sealed interface Action {
    /** Write the fault's inverses and the expiry into the cluster. */
    record WriteRecord(String fault) implements Action {}

    /** Make the fault's changes. */
    record Inject(String fault) implements Action {}

    /** Put the fault in again. */
    record Repeat(String fault, int round) implements Action {}

    /** Take back the changes of a fault whose time is up, as far as they have no answer yet. */
    record Undo(String fault) implements Action {}

    /** Take back every change that has no answer yet, of all faults together: what could refuse the rest comes first. */
    record UndoAll() implements Action {}

    /** Take the record out of the cluster, or leave it where something could not be undone. */
    record RemoveRecord() implements Action {}

    /** Look at what is left and close. */
    record Conclude() implements Action {}
}
