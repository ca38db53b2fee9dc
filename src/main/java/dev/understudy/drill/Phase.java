package dev.understudy.drill;

/**
 * How far a drill is.
 *
 * <pre>
 * PREPARING --RecordWritten--> HELD --InjectionBegun-> RUNNING --EndDecided--> ENDING --Closed--> CLOSED
 *     |                          |                                               ^
 *     +--Refused--> REFUSED      +--EndDecided------------------------------------+
 *     +--EndDecided--------------------------------------------------------------+
 * </pre>
 */
public enum Phase {
    /** Nothing is touched: steady state is awaited. */
    PREPARING,
    /** The record stands in the cluster; no fault has been begun. */
    HELD,
    /** At least one fault is in or going in. */
    RUNNING,
    /** Over for the responders; being undone. */
    ENDING,
    /** The end. */
    CLOSED,
    /** The end, without ever having touched anything. */
    REFUSED;

    /** Tells whether nothing more can happen. */
    public boolean over() {
        return this == CLOSED || this == REFUSED;
    }
}
