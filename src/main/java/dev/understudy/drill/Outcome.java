package dev.understudy.drill;

import dev.understudy.exclusion.Actor;
import java.time.Duration;
import java.util.Locale;

/** What came of a drill. A total function of its state: the first that matches wins. */
public enum Outcome {
    INVALID,
    ABORTED,
    RESCUED,
    NOT_RECOVERED,
    SELF_HEALED,
    RECOVERED,
    RECOVERED_LATE;

    /** From this hint level up the team was told what to do. */
    public static final int RESCUING_HINT = 3;

    /** Returns the word of the report: {@code self-healed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether the team (or the system) passed. */
    public boolean passed() {
        return this == SELF_HEALED || this == RECOVERED;
    }

    /** Tells whether the drill says anything about the team at all. */
    public boolean valid() {
        return this != INVALID && this != ABORTED;
    }

    static Outcome of(Drill drill) {
        EndCause cause =
                drill.ending() == null ? EndCause.PERSON : drill.ending().cause();
        if (cause.kind() == EndCause.Kind.INVALID) {
            return INVALID;
        }
        if (cause.kind() == EndCause.Kind.ABORTED && !tooLateToAbort(drill, cause)) {
            return ABORTED;
        }
        if (rescued(drill)) {
            return RESCUED;
        }
        if (cause == EndCause.NO_IMPACT_EXPECTED) {
            return SELF_HEALED;
        }
        if (drill.marks().recovered() == null) {
            return NOT_RECOVERED;
        }
        Objectives objectives = Objectives.of(drill);
        if (objectives.recover() == Objectives.Result.MET && healedByItself(drill)) {
            return SELF_HEALED;
        }
        return objectives.allMet() ? RECOVERED : RECOVERED_LATE;
    }

    /** Stopping a drill that the team has already failed does not unmake the failure. */
    private static boolean tooLateToAbort(Drill drill, EndCause cause) {
        Mark impact = drill.marks().impact();
        Duration ended = drill.marks().endDecided();
        return (cause == EndCause.GUARDRAIL || cause == EndCause.PERSON || cause == EndCause.SIGNAL)
                && impact != null
                && ended != null
                && ended.minus(impact.at())
                                .compareTo(drill.briefing().objectives().recover())
                        > 0;
    }

    private static boolean rescued(Drill drill) {
        Involvement people = drill.people();
        return people.breaches().stream()
                        .anyMatch(b -> drill.beforeRecovery(b)
                                && drill.isHelp(b.event().kind()))
                || people.glass().stream()
                        .anyMatch(g -> drill.beforeRecovery(g) && !g.event().realEmergency())
                || people.hints().stream()
                        .anyMatch(h -> drill.beforeRecovery(h) && h.event().level() >= RESCUING_HINT);
    }

    /** Nobody but automation wrote, and somebody was watching who would have seen it. */
    private static boolean healedByItself(Drill drill) {
        return drill.briefing().stage().audited()
                && drill.people().changes().stream()
                        .filter(c -> drill.beforeRecovery(c))
                        .allMatch(c -> harmless(c.event().actor()));
    }

    private static boolean harmless(Actor actor) {
        return actor.kind() == Actor.Kind.AUTOMATION || actor.kind() == Actor.Kind.UNDERSTUDY;
    }
}
