package dev.understudy.cli;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Phase;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Which drill is to be debriefed: one that is over and did take place. */
final class DebriefTarget {
    private final CommandLine line;
    private final Journal journal;

    DebriefTarget(CommandLine line, Journal journal) {
        this.line = line;
        this.journal = journal;
    }

    /**
     * Finds it.
     *
     * @param beginning of its id; null for the only one that waits for its debrief
     * @throws ParameterException when there is none, or it cannot be debriefed
     */
    Drill find(@Nullable String beginning) {
        List<DrillSummary> all = journal.drills();
        if (beginning == null) {
            return waiting(all);
        }
        Drill found = folded(new WhichDrill(line, all).begins(beginning));
        String id = found.briefing().drill();
        return switch (found.phase()) {
            case CLOSED -> found;
            case REFUSED ->
                throw wrong("drill " + id + " was refused and never took place: there is nothing to debrief");
            case PREPARING, HELD, RUNNING, ENDING ->
                throw wrong("drill " + id + " is not over yet: hold the debrief when it is;"
                        + " 'understudy drills' says how it stands");
        };
    }

    private Drill waiting(List<DrillSummary> all) {
        List<Drill> waiting = new ArrayList<>();
        for (DrillSummary summary : all) {
            if (summary.ended() && waiting.size() < 2) {
                Drill drill = folded(summary);
                if (drill.phase() == Phase.CLOSED && drill.debrief() == null) {
                    waiting.add(drill);
                }
            }
        }
        if (waiting.isEmpty()) {
            throw wrong("no drill waits for its debrief; name one: "
                    + (all.isEmpty() ? "there has been none yet" : WhichDrill.latest(all)));
        }
        if (waiting.size() > 1) {
            throw wrong("several drills wait for their debrief, name one of them; the latest are "
                    + waiting.get(0).briefing().drill() + " and "
                    + waiting.get(1).briefing().drill());
        }
        return waiting.getFirst();
    }

    private Drill folded(DrillSummary summary) {
        return Drill.of(journal.read(summary.drill()))
                .orElseThrow(() -> wrong("drill " + summary.drill()
                        + " has lost its entries; 'understudy verify-journal' tells what is missing"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(line, message);
    }
}
