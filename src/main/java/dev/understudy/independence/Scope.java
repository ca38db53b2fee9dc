package dev.understudy.independence;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under what terms evidence is looked at.
 *
 * @param moment as of when
 * @param rehearsals whether rehearsals count too
 * @param automation names of what is no person: it leads nothing, whatever a drill says
 * @param since drills before this moment are left out, but not what they still ask for; null for none
 */
record Scope(
        Thresholds thresholds,
        Instant moment,
        boolean rehearsals,
        Set<String> automation,
        @Nullable Instant since) {
    /** Returns the first moment of the window. */
    Instant from() {
        return moment.minus(thresholds.window());
    }

    /** Returns who led a drill; null when nobody did, or no person. */
    @Nullable
    String lead(DrillResult drill) {
        String lead = drill.lead();
        return lead == null || automation.contains(lead) ? null : lead;
    }

    boolean leavesOut(DrillResult drill) {
        return since != null && drill.opened().isBefore(since);
    }

    Scope at(Instant earlier) {
        return new Scope(thresholds, earlier, rehearsals, automation, since);
    }
}
