package dev.understudy.drill;

import dev.understudy.exclusion.Actor;
import dev.understudy.scenario.Participants.HeroRole;
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

    /** Judges a drill; a debrief may answer what stood in the way, but makes no rehearsal evidence. */
    public static Evidence of(Drill drill) {
        return drill.briefing().stage().rehearsal()
                ? new Evidence(
                        Worth.REHEARSAL,
                        "The cluster was simulated or the responders were scripted, so this says nothing about people.")
                : apartFromRehearsal(drill);
    }

    /** Judges a drill as if its cluster and its responders had been real: only for pages that say so. */
    public static Evidence apartFromRehearsal(Drill drill) {
        return objection(drill)
                .map(reason -> new Evidence(Worth.NONE, reason))
                .orElseGet(() -> new Evidence(
                        Worth.DRILL,
                        "%s, the excluded absent, and an outcome that stands."
                                .formatted(
                                        drill.briefing().stage().rehearsal()
                                                ? "A rehearsal, counted as if it were real"
                                                : "A real cluster, real responders")));
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
        return unsettled(drill)
                .or(() -> unconfirmed(drill))
                .or(() -> unseen(drill)
                        ? Optional.of("No source saw who changed what, so nobody can say who brought the service back.")
                        : Optional.empty());
    }

    /** Whoever did not know one actor may have missed an excluded responder too. */
    private static Optional<String> unsettled(Drill drill) {
        if (unknownActor(drill, drill.people())) {
            return Optional.of("Somebody the roster does not know changed something before recovery:"
                    + " it counts once a facilitator has said who that was, and what part each of the excluded had.");
        }
        Settlement settled = drill.settlement();
        boolean open = settled != null
                && unknownActor(drill, settled.witnessed())
                && !settled.answersFor(drill.briefing().excluded());
        return open
                ? Optional.of("The debrief says who changed something, but not what part each of the excluded had:"
                        + " it counts once a facilitator has said that of all of them.")
                : Optional.empty();
    }

    /** A team that did not pass has not passed, whoever says that they took it. */
    private static Optional<String> unconfirmed(Drill drill) {
        Mark acknowledged = drill.marks().acknowledged();
        Settlement settled = drill.settlement();
        boolean confirmed = settled != null && settled.confirmed();
        return drill.outcome().passed() && acknowledged != null && selfReported(acknowledged) && !confirmed
                ? Optional.of("The acknowledgement is somebody's own word:"
                        + " it counts once a facilitator has confirmed it.")
                : Optional.empty();
    }

    private static boolean selfReported(Mark told) {
        return told.grade() == Grade.C || told.grade() == Grade.D;
    }

    private static boolean unknownActor(Drill drill, Involvement people) {
        return people.changes().stream()
                .filter(seen -> seen.event().actor().kind() == Actor.Kind.UNKNOWN)
                .anyMatch(drill::beforeRecovery);
    }

    /** What somebody changed after recovery does not tell who brought it about. */
    private static boolean unseen(Drill drill) {
        boolean healed = drill.outcome() != Outcome.NOT_RECOVERED && drill.outcome() != Outcome.RESCUED;
        return healed
                && !drill.briefing().stage().audited()
                && drill.people().changes().stream()
                        .filter(drill::beforeRecovery)
                        .noneMatch(seen -> seen.event().actor().decides());
    }
}
