package dev.understudy.app;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Entry;
import dev.understudy.independence.DrillResult;
import dev.understudy.journal.Chain;
import dev.understudy.journal.json.CodecException;
import dev.understudy.journal.json.EntryCodec;
import dev.understudy.report.DrillReport;
import java.time.Instant;
import java.util.List;

/**
 * A drill from elsewhere that makes sense to whatever reads drills here.
 *
 * @param chain whose hashes follow from each other
 */
record Candidate(Chain chain, List<Entry> entries, Drill drill) {
    private static final String SAMPLE = "5ample-";

    /**
     * Reads a chain.
     *
     * @param now nothing in it can have happened later
     */
    static Candidate of(Chain chain, Instant now) throws Objection {
        try {
            List<Entry> entries = chain.rows().stream()
                    .map(row -> EntryCodec.decode(row.body()))
                    .toList();
            Drill drill = Drill.of(entries).orElseThrow();
            Candidate candidate = new Candidate(chain, entries, drill);
            candidate.check(now);
            return candidate;
        } catch (CodecException e) {
            throw new Objection("it makes no drill: " + e.getMessage());
        } catch (RuntimeException e) {
            // whatever it is that a crafted entry breaks: it must break here, and not in every report from now on
            throw new Objection("it makes no drill: " + (e.getMessage() == null ? e : e.getMessage()));
        }
    }

    private void check(Instant now) throws Objection {
        if (!drill.briefing().drill().equals(chain.drill())) {
            throw new Objection(
                    "its first entry opens drill " + drill.briefing().drill());
        }
        if (!drill.phase().over()) {
            // this machine would take it for an orphan and undo it
            throw new Objection("it was not over when it was exported: export it again when it is");
        }
        StampChecks.check(entries, now);
        ToldOutcome.check(drill, entries);
        SettledNames.check(drill, entries);
        DrillReport.of(entries, String.valueOf(chain.head()));
        DrillResult.of(entries);
        DrillResult.of(entries, true);
    }

    /** Tells whether it is one of those that come with the program, and nobody's. */
    boolean invented() {
        return drill.briefing().stage().clusterUid().startsWith(SAMPLE);
    }
}
