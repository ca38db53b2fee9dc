package dev.understudy.cli;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Phase;

/** What the exit code of a command means; a promise to pipelines. */
public final class ExitCodes {
    /** Done; for {@code run}: passed. */
    public static final int DONE = 0;
    /** Completed and not passed. */
    public static final int NOT_PASSED = 1;
    /** Wrong usage or an invalid file. */
    public static final int USAGE = 2;
    /** Aborted or invalid: no evidence, and everything is undone. */
    public static final int NO_EVIDENCE = 3;
    /** Refused or unreachable before anything was touched. */
    public static final int REFUSED = 4;
    /** Something could not be undone; wins over every other code. */
    public static final int LEFT_BEHIND = 5;

    private ExitCodes() {}

    /** Returns the code for a drill that is over. */
    public static int of(Drill drill) {
        if (drill.leftBehind() || drill.recordKept()) {
            return LEFT_BEHIND;
        }
        if (drill.phase() == Phase.REFUSED) {
            return REFUSED;
        }
        if (!drill.outcome().valid()) {
            return NO_EVIDENCE;
        }
        return drill.outcome().passed() ? DONE : NOT_PASSED;
    }
}
