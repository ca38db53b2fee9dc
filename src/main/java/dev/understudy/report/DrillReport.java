package dev.understudy.report;

import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one drill, told from its journal alone; one that is still open or was refused is told as far as it is.
 * Every format prints this and nothing else.
 *
 * @param briefing what the drill knew from its beginning
 * @param openedAt wall time
 * @param closedAt wall time; null while it is open
 * @param censored names of clocks that ran and had not stopped when the drill closed
 * @param objectives detect, acknowledge, recover
 * @param faults in the scenario's order
 * @param spread what else was reached
 * @param changesLeft what responders changed and was still there at the close
 * @param debrief the latest; null while there was none
 * @param measuring how it was measured, in sentences
 * @param timeline every event, oldest first
 * @param journalHead hash of the journal's last event
 */
public record DrillReport(
        Briefing briefing,
        Instant openedAt,
        @Nullable Instant closedAt,
        Verdict verdict,
        Clocks clocks,
        List<String> censored,
        List<Objective> objectives,
        People people,
        List<FaultLine> faults,
        Spread spread,
        List<String> changesLeft,
        @Nullable Debriefed debrief,
        List<String> measuring,
        List<TimelineLine> timeline,
        String journalHead) {
    /**
     * Folds a journal into its report.
     *
     * @param headHash hash of the last entry, as text
     * @throws IllegalArgumentException when there are no entries
     * @throws dev.understudy.drill.IllegalEvent when the entries cannot follow each other
     */
    public static DrillReport of(List<Entry> entries, String headHash) {
        Drill drill = Drill.of(entries)
                .orElseThrow(() -> new IllegalArgumentException("a drill without events has no report"));
        Zero zero = Zero.of(drill);
        Clocks clocks = Clocks.of(drill, zero, lastUndo(entries));
        List<Objective> objectives = Objective.of(drill);
        People people = People.of(drill, zero);
        Duration closed = drill.marks().closed();
        return new DrillReport(
                drill.briefing(),
                zero.at(drill.opened().offset()),
                closed == null ? null : zero.at(closed),
                Verdict.of(drill, zero, people, objectives),
                clocks,
                clocks.censored(drill),
                objectives,
                people,
                FaultLine.of(drill, zero),
                Spread.of(drill, entries, zero),
                drill.closed() == null ? List.of() : drill.closed().changesLeft(),
                Debriefed.of(drill, entries),
                Measuring.of(drill, clocks, objectives),
                TimelineLine.of(entries, zero),
                headHash);
    }

    /** Returns the drill's id. */
    public String drill() {
        return briefing.drill();
    }

    /** Tells whether it was a rehearsal; every format for people says so then. */
    public boolean rehearsal() {
        return verdict.evidence().worth() == Evidence.Worth.REHEARSAL;
    }

    /** Returns the timeline up to the drill's end: what people added later, such as a debrief, is none of its time. */
    public List<TimelineLine> played() {
        Instant end = closedAt;
        return end == null
                ? timeline
                : timeline.stream().filter(line -> !line.at().isAfter(end)).toList();
    }

    private static @Nullable Duration lastUndo(List<Entry> entries) {
        return entries.reversed().stream()
                .filter(entry -> entry.event() instanceof DrillEvent.ChangeUndone)
                .findFirst()
                .map(entry -> entry.stamp().offset())
                .orElse(null);
    }
}
