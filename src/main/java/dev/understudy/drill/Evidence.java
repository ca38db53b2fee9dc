package dev.understudy.drill;

import dev.understudy.drill.DrillEvent.ChangeSeen;
import dev.understudy.drill.Involvement.Seen;
import dev.understudy.exclusion.Actor;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a drill says anything about working without the excluded.
 *
 * @param because one sentence
 */
public record Evidence(Worth worth, String because) {
    /** How much it counts. */
    public enum Worth {
        /** It counts. */
        DRILL,
        /** On the simulated cluster or with scripted responders: useful, never evidence. */
        REHEARSAL,
        /** It does not count. */
        NONE;

        /** Returns the word of the report: {@code rehearsal}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Evidence of(Drill drill) {
        if (drill.briefing().stage().rehearsal()) {
            return new Evidence(
                    Worth.REHEARSAL,
                    "The cluster was simulated or the responders were scripted, so this says nothing about people.");
        }
        return objection(drill)
                .map(reason -> new Evidence(Worth.NONE, reason))
                .orElseGet(() -> new Evidence(
                        Worth.DRILL,
                        "A real cluster, real responders, the excluded absent, and an outcome that stands."));
    }

    private static Optional<String> objection(Drill drill) {
        if (drill.closed() == null) {
            return Optional.of("The drill has no outcome.");
        }
        if (!drill.outcome().valid()) {
            return Optional.of("A drill that is " + drill.outcome().word() + " says nothing about the team.");
        }
        HeroRole hero = drill.briefing().participants().hero();
        if (hero != HeroRole.ABSENT) {
            return Optional.of("The excluded took part (" + hero.name().toLowerCase(Locale.ROOT)
                    + "): that trains the team, and shows nothing about working without them.");
        }
        if (drill.ending() != null && drill.ending().cause() == EndCause.NO_IMPACT_EXPECTED) {
            return Optional.of("Nothing broke, so nobody had to do anything: a finding about the system, not people.");
        }
        if (unknownActor(drill)) {
            return Optional.of("Somebody the roster does not know changed something before recovery:"
                    + " it counts once a facilitator has said who that was.");
        }
        Mark acknowledged = drill.marks().acknowledged();
        if (acknowledged != null && selfReported(acknowledged)) {
            return Optional.of(
                    "The acknowledgement is somebody's own word: it counts once a facilitator has confirmed it.");
        }
        return unseen(drill)
                ? Optional.of("No source saw who changed what, so nobody can say who brought the service back.")
                : Optional.empty();
    }

    private static boolean selfReported(Mark told) {
        return told.grade() == Grade.C || told.grade() == Grade.D;
    }

    private static boolean unknownActor(Drill drill) {
        return drill.people().changes().stream()
                .filter(seen -> seen.event().actor().kind() == Actor.Kind.UNKNOWN)
                .anyMatch(seen -> beforeRecovery(drill, seen));
    }

    private static boolean beforeRecovery(Drill drill, Seen<ChangeSeen> seen) {
        Mark recovered = drill.marks().recovered();
        Duration limit = recovered == null ? drill.marks().endDecided() : recovered.at();
        if (limit == null) {
            return true;
        }
        return seen.at().compareTo(limit) <= 0;
    }

    private static boolean unseen(Drill drill) {
        boolean healed = drill.outcome() != Outcome.NOT_RECOVERED && drill.outcome() != Outcome.RESCUED;
        return healed
                && !drill.briefing().stage().audited()
                && drill.people().changes().stream()
                        .noneMatch(seen -> seen.event().actor().decides());
    }
}
