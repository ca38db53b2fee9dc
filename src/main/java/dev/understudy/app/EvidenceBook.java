package dev.understudy.app;

import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.history.HistoryTally;
import dev.understudy.history.Incidents;
import dev.understudy.history.Tallying;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Question;
import dev.understudy.independence.Thresholds;
import dev.understudy.journal.Chains;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalException;
import dev.understudy.journal.Verification;
import dev.understudy.journal.Verification.Break;
import dev.understudy.roster.Roster;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All evidence that judging and planning need, as of one moment.
 *
 * @param results every closed drill of the journal, oldest first
 * @param since evidence before this moment is left out; null for none
 * @param rehearsals whether rehearsals count too
 */
public record EvidenceBook(
        Roster roster,
        List<DrillResult> results,
        HistoryTally history,
        Thresholds thresholds,
        Instant moment,
        @Nullable Instant since,
        boolean rehearsals) {
    public EvidenceBook {
        results = List.copyOf(results);
    }

    /**
     * Reads it.
     *
     * @throws dev.understudy.journal.JournalException when the journal cannot be read
     */
    public static EvidenceBook read(
            Journal journal,
            Incidents incidents,
            Roster roster,
            Thresholds thresholds,
            Instant moment,
            @Nullable Instant since,
            boolean rehearsals) {
        List<DrillResult> results = journal.drills().reversed().stream()
                .filter(DrillSummary::ended)
                .filter(drill -> !drill.opened().isAfter(moment))
                .map(drill -> journal.read(drill.drill()))
                .filter(entries -> closedBy(entries, moment))
                .flatMap(entries -> DrillResult.of(entries, rehearsals).stream())
                .map(result -> result.asOf(moment))
                .toList();
        Instant from = moment.minus(thresholds.window());
        Instant first = since == null || since.isBefore(from) ? from : since;
        HistoryTally history = Tallying.of(incidents, first, moment);
        return new EvidenceBook(roster, results, history, thresholds, moment, since, rehearsals);
    }

    /** What was still under way then had shown nothing. */
    private static boolean closedBy(List<Entry> entries, Instant moment) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Closed)
                .anyMatch(entry -> !entry.stamp().at().isAfter(moment));
    }

    /**
     * Recomputes every hash of a journal first: no verdict follows from drills that somebody has changed.
     *
     * @throws JournalException when one does not hold, or cannot be read
     */
    public static void vouch(Chains journal) {
        if (Verification.of(journal, Map.of()) instanceof Verification.Broken(List<Break> breaks)) {
            Break first = breaks.getFirst();
            throw new JournalException(
                    "no verdict from a journal that was changed: drill " + first.drill() + ", entry " + first.number()
                            + ": " + first.what() + " ('understudy verify-journal' says all; take the journal from a"
                            + " backup, or import the drills from an export)",
                    null);
        }
    }

    /**
     * Returns what is asked of it.
     *
     * @param service the only service asked about; null for all
     * @param excluding the only responder asked about; null for all
     */
    public Question question(@Nullable String service, @Nullable String excluding) {
        return new Question(roster, results, history, thresholds, moment, rehearsals, service, excluding, since);
    }
}
