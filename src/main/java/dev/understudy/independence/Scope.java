package dev.understudy.independence;

import java.time.Instant;

/**
 * Under what terms evidence is looked at.
 *
 * @param moment as of when
 * @param rehearsals whether rehearsals count too
 */
record Scope(Thresholds thresholds, Instant moment, boolean rehearsals) {
    /** Returns the first moment of the window. */
    Instant from() {
        return moment.minus(thresholds.window());
    }

    Scope at(Instant earlier) {
        return new Scope(thresholds, earlier, rehearsals);
    }
}
