package dev.understudy.cli;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Entry;
import dev.understudy.drill.IllegalEvent;
import dev.understudy.drill.Phase;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalException;
import dev.understudy.journal.json.CodecException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history.
 *
 * @param scenario empty when the drill cannot be read, as are service and evidence
 * @param outcome null while it has none
 * @param evidence {@code drill}, {@code rehearsal} or {@code none}
 * @param remark what to do about it; null when there is nothing to do
 */
record ListedDrill(
        String drill,
        String scenario,
        String service,
        Instant opened,
        State state,
        @Nullable String outcome,
        String evidence,
        @Nullable String remark) {

    /** Where a drill stands. */
    enum State {
        /** It has an outcome. */
        CLOSED,
        /** It could not begin, and touched nothing. */
        REFUSED,
        /** A living process runs it. */
        RUNNING,
        /** The process that ran it is dead, and its work unfinished. */
        INTERRUPTED,
        /** Damaged, or written by a newer version, or of events that make no sense together. */
        UNREADABLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ListedDrill of(
            DrillSummary summary, Journal journal, DrillLock locks, Function<List<Entry>, String> evidence) {
        try {
            List<Entry> entries = journal.read(summary.drill());
            return of(Drill.of(entries).orElseThrow(() -> lost(summary)), summary, locks, evidence.apply(entries));
        } catch (JournalException
                | IllegalEvent
                | CodecException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            return new ListedDrill(summary.drill(), "", "", summary.opened(), State.UNREADABLE, null, "", reason(e));
        }
    }

    private static String reason(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static ListedDrill of(Drill drill, DrillSummary summary, DrillLock locks, String evidence) {
        State state = state(drill, summary.drill(), locks);
        return new ListedDrill(
                summary.drill(),
                drill.briefing().subject().scenario(),
                drill.briefing().subject().service(),
                summary.opened(),
                state,
                state == State.CLOSED ? drill.outcome().word() : null,
                evidence,
                state == State.INTERRUPTED
                        ? "'understudy run' or 'understudy undo --drill " + summary.drill() + "' finishes it"
                        : null);
    }

    private static State state(Drill drill, String id, DrillLock locks) {
        if (drill.phase() == Phase.CLOSED) {
            return State.CLOSED;
        }
        if (drill.phase() == Phase.REFUSED) {
            return State.REFUSED;
        }
        return locks.isAlive(id) ? State.RUNNING : State.INTERRUPTED;
    }

    private static JournalException lost(DrillSummary summary) {
        return new JournalException(
                "all " + summary.length()
                        + " entries of it are gone; 'understudy verify-journal' tells what is missing",
                null);
    }

    /** Returns the outcome, or where it stands while it has none. */
    String result() {
        return outcome == null ? state.word() : outcome;
    }
}
