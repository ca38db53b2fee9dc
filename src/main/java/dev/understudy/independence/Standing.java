package dev.understudy.independence;

import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.scenario.Participants.HeroRole;

/** How a drill without some people stands towards the verdict about them. The first that matches wins. */
enum Standing {
    TOO_OLD,
    /** One that nobody asked for. */
    REHEARSAL,
    /** The excluded took part on purpose, or something else speaks against it. */
    WITHHELD,
    ABORTED,
    INVALID,
    COUNTED,
    /** A fail of a drill that excluded others too: it may be their absence that it shows. */
    SET_ASIDE;

    static Standing of(DrillResult drill, Unit unit, Scope scope) {
        if (drill.opened().isBefore(scope.from())) {
            return TOO_OLD;
        }
        if (drill.evidence().worth() == Worth.REHEARSAL && !scope.rehearsals()) {
            return REHEARSAL;
        }
        if (drill.hero() != HeroRole.ABSENT) {
            return WITHHELD;
        }
        if (!drill.outcome().valid()) {
            return drill.outcome() == Outcome.ABORTED ? ABORTED : INVALID;
        }
        if (drill.evidence().worth() == Worth.NONE || brokeNothing(drill)) {
            return WITHHELD;
        }
        return drill.outcome().passed() || unit.alone(drill) ? COUNTED : SET_ASIDE;
    }

    /** A real one is withheld by its evidence already; a rehearsal has no other place that says so. */
    private static boolean brokeNothing(DrillResult drill) {
        return drill.evidence().worth() == Worth.REHEARSAL && drill.recover() == null;
    }
}
