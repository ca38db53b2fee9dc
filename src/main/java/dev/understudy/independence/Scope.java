package dev.understudy.independence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Under what terms evidence is looked at.
 *
 * @param moment as of when
 * @param rehearsals whether rehearsals count too
 * @param since drills before this moment are left out, but not what they still ask for; null for none
 */
record Scope(
        Thresholds thresholds,
        Instant moment,
        boolean rehearsals,
        @Nullable Instant since) {
    /** Returns the first moment of the window. */
    Instant from() {
        return moment.minus(thresholds.window());
    }

    boolean leavesOut(DrillResult drill) {
        return since != null && drill.opened().isBefore(since);
    }

    Scope at(Instant earlier) {
        return new Scope(thresholds, earlier, rehearsals, since);
    }
}
