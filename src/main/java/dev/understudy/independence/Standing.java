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

    /** Returns why a drill that stands like this does not count, in words; empty when it does. */
    String reason(DrillResult drill) {
        return switch (this) {
            case TOO_OLD -> "too old";
            case REHEARSAL -> "a rehearsal";
            case WITHHELD -> withheld(drill);
            case ABORTED -> "aborted: " + drill.evidence().because();
            case INVALID -> "invalid: " + drill.evidence().because();
            case COUNTED -> "";
            case SET_ASIDE -> "others were excluded too";
        };
    }

    /** What is evidence of something may still be none about working without its excluded. */
    private static String withheld(DrillResult drill) {
        if (drill.evidence().worth() == Worth.NONE) {
            return drill.evidence().because();
        }
        return drill.hero() == HeroRole.ABSENT ? "nothing was broken" : "the excluded were allowed to take part";
    }

    /** A real one is withheld by its evidence already; a rehearsal has no other place that says so. */
    private static boolean brokeNothing(DrillResult drill) {
        return drill.evidence().worth() == Worth.REHEARSAL && drill.recover() == null;
    }
}
