package dev.understudy.drill;

import dev.understudy.cluster.UndoResult;
import dev.understudy.probe.Reading;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.Optional;

/**
 * After our undo the cluster may need a while: controllers back off after a long fault, by up to a quarter of an hour.
 * A drill is not closed before the service is steady again, so that nobody is left with the tail of it; but it waits
 * only so long, and not at all where somebody waits for the process to end or no probe reads any more.
 */
final class Settling {
    /** The longest wait. */
    static final Duration PATIENCE = Duration.ofMinutes(20);

    private Settling() {}

    /** Tells whether there is nothing more to wait for. */
    static boolean over(Drill drill, Duration now) {
        return !waits(drill)
                || steadyAgain(drill).isPresent()
                || until(drill).filter(end -> end.compareTo(now) > 0).isEmpty();
    }

    /** Returns when the wait ends at the latest; empty when there is none. */
    static Optional<Duration> until(Drill drill) {
        return Optional.ofNullable(drill.marks().undone())
                .filter(_ -> waits(drill))
                .map(undone -> undone.at().plus(PATIENCE));
    }

    /** Returns what to say about the wait; empty when it was none. */
    static Optional<String> words(Drill drill, Duration now) {
        Mark undone = drill.marks().undone();
        if (undone == null || !waits(drill)) {
            return Optional.empty();
        }
        return steadyAgain(drill)
                .map(reading -> reading.at().minus(undone.at()))
                .map(wait -> wait.isPositive() ? "steady again " + Words.of(wait) + " after the undo" : "")
                .or(() -> Optional.of("the service is not steady " + Words.of(now.minus(undone.at()))
                        + " after the undo, although nothing of the drill is left; look at it"))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Reading> steadyAgain(Drill drill) {
        return drill.steady().steadySince();
    }

    private static boolean waits(Drill drill) {
        boolean undoneByUs = drill.faults().values().stream()
                .flatMap(f -> f.undone().values().stream())
                .anyMatch(u -> u.result() == UndoResult.UNDONE);
        return undoneByUs
                && !drill.interrupted()
                && drill.ending() != null
                && patient(drill.ending().cause());
    }

    private static boolean patient(EndCause cause) {
        return switch (cause) {
            case CRASH, SIGNAL, FOREIGN_UNDO, REAL_EMERGENCY, JOURNAL_LOST -> false;
            case RECOVERED,
                    DEADLINE,
                    FAULTS_ENDED,
                    NO_IMPACT_EXPECTED,
                    STEADY_STATE_LOST,
                    NO_IMPACT,
                    EXCLUDED_PAGED,
                    INJECTION_FAILED,
                    GUARDRAIL,
                    PERSON,
                    HALT,
                    OPT_IN_REMOVED,
                    BLIND -> true;
        };
    }
}
