package dev.understudy.drill;

import dev.understudy.cluster.UndoResult;
import dev.understudy.debrief.Debrief;
import dev.understudy.drill.Involvement.Seen;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.probe.Steadiness;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a drill: the fold of its events, and nothing else. What is still to be done is {@link Outstanding}.
 *
 * @param length number of events so far
 * @param opened when the drill was opened
 * @param latest when the latest event happened
 * @param steady probes of steady state
 * @param guards probes that must stay good
 * @param steadyHeld whether steady state held for the stated time before the first injection
 * @param faults by name, in the scenario's order
 * @param record whether the record stands in the cluster
 * @param interrupted whether its orchestrator died: no probe reads any more
 * @param armed names of responders taken out and not yet back
 * @param people who did what, as its debriefs settled it
 * @param bystanders the workloads beside the target
 * @param ending why it went over to undoing; null while it has not
 * @param closed how it ended; null while it has not
 * @param refusals why it could not begin; empty when it could
 * @param settlement what its debriefs settled; null while it had none
 */
public record Drill(
        int length,
        Phase phase,
        Briefing briefing,
        Stamp opened,
        Stamp latest,
        Steadiness steady,
        Steadiness guards,
        boolean steadyHeld,
        Map<String, FaultState> faults,
        RecordState record,
        boolean interrupted,
        List<String> armed,
        Marks marks,
        Involvement people,
        Bystanders bystanders,
        DrillEvent.@Nullable EndDecided ending,
        DrillEvent.@Nullable Closed closed,
        List<String> refusals,
        @Nullable Settlement settlement) {

    /** Folds a journal. Empty when there is nothing to fold. */
    public static Optional<Drill> of(List<Entry> entries) {
        @Nullable Drill drill = null;
        for (Entry entry : entries) {
            drill = drill == null ? Transitions.open(entry) : drill.after(entry);
        }
        return Optional.ofNullable(drill);
    }

    /**
     * The state after one more event.
     *
     * @throws IllegalEvent when it cannot follow
     */
    public Drill after(Entry entry) {
        return Transitions.after(this, entry);
    }

    /**
     * Returns how the drill ends, or would end if it were stopped now; a refused drill has no outcome to speak of. What
     * a debrief settles may change it, but makes no drill valid that was not; {@link #closed} keeps what was said then.
     */
    public Outcome outcome() {
        if (closed != null && (settlement == null || !closed.outcome().valid())) {
            return closed.outcome();
        }
        return Outcome.of(this);
    }

    /** Returns how the drill ends by its events alone, whatever the last of them says. */
    public Outcome outcomeByEvents() {
        return Outcome.of(this);
    }

    /** Returns what its debriefs say, taken together; null when there was none. */
    public @Nullable Debrief debrief() {
        return settlement == null ? null : settlement.debrief();
    }

    /**
     * Returns who led: whom the debrief names, else who acknowledged first; null when there is neither. Whoever was
     * excluded and meant to be absent led nothing, whatever a debrief says.
     */
    public @Nullable String lead() {
        String named = settlement == null ? null : settlement.debrief().lead();
        boolean absent = briefing.participants().hero() == HeroRole.ABSENT
                && named != null
                && briefing.excluded().contains(named);
        return named == null || absent ? people.acknowledgedBy() : named;
    }

    /** Tells whether something happened before recovery; where nothing recovered, before the responders were done. */
    public boolean beforeRecovery(Seen<?> seen) {
        Duration over = marks.over();
        return over == null || seen.at().compareTo(over) <= 0;
    }

    /**
     * Tells whether an excluded responder who got involved so far helped against the drill's terms: on the transfer
     * ladder a supporting hero may advise; acting is always a rescue, looking never.
     */
    public boolean isHelp(BreachKind kind) {
        return switch (kind) {
            case LOOKED -> false;
            case ADVISED -> briefing.participants().hero() != HeroRole.SUPPORTING;
            case ACTED -> true;
        };
    }

    /** Tells whether something of it may still be in the cluster. */
    public boolean touching() {
        return recordMayStand() || undoOpen();
    }

    /** Tells whether a change that may have been made has not been answered for. */
    boolean undoOpen() {
        return faults.values().stream().anyMatch(FaultState::open);
    }

    /** Tells whether the record may stand in the cluster and is ours to remove. */
    public boolean recordMayStand() {
        return record == RecordState.MAY_STAND;
    }

    /** Tells whether the record was left in the cluster for somebody to finish. */
    public boolean recordKept() {
        return record == RecordState.KEPT;
    }

    /** Tells whether something could not be undone. */
    public boolean leftBehind() {
        return faults.values().stream()
                .flatMap(f -> f.undone().values().stream())
                .anyMatch(u -> u.result() == UndoResult.FAILED);
    }

    static Map<String, FaultState> briefed(Briefing briefing) {
        Map<String, FaultState> all = new LinkedHashMap<>();
        briefing.faults().forEach(step -> all.put(step.name(), FaultState.briefed(step)));
        return all;
    }
}
