package dev.understudy.independence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Under what terms evidence is looked at.
 *
 * @param moment as of when
 * @param rehearsals whether rehearsals count too
 * @param since drills before it are left out; null for none
 */
record Scope(
        Thresholds thresholds,
        Instant moment,
        boolean rehearsals,
        @Nullable Instant since) {
    /** Returns the first moment of the window. */
    Instant from() {
        Instant from = moment.minus(thresholds.window());
        return since != null && since.isAfter(from) ? since : from;
    }

    Scope at(Instant earlier) {
        return new Scope(thresholds, earlier, rehearsals, since);
    }
}
