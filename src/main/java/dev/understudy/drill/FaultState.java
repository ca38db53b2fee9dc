package dev.understudy.drill;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.DrillEvent.ChangeUndone;
import dev.understudy.scenario.Repeat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a drill.
 *
 * <pre>
 * BRIEFED -> PLANNED --RecordWritten--> WRITTEN --InjectionBegun--> GOING --FaultInjected--> IN
 *                                                                     +----InjectionFailed--> FAILED
 * </pre>
 *
 * @param changes as planned, values of Secrets hidden
 * @param podsHit pods that it hits
 * @param injected when its injection was decided, and how long it took; null while it is not in
 * @param ended whether its own time is up
 * @param undone what came of undoing each change, by its position, in that order
 * @param rounds how often it was put in again
 */
public record FaultState(
        Briefing.Step step,
        Progress progress,
        List<Change> changes,
        int podsHit,
        @Nullable Mark injected,
        boolean ended,
        Map<Integer, ChangeUndone> undone,
        Rounds rounds) {
    /**
     * How often a fault was put in again.
     *
     * @param begun rounds that were decided
     * @param done rounds that were answered for
     * @param latest when the latest was decided; null before the first
     */
    public record Rounds(int begun, int done, @Nullable Duration latest) {
        static final Rounds NONE = new Rounds(0, 0, null);
    }

    /** How far it is. */
    public enum Progress {
        /** Known from the scenario. */
        BRIEFED,
        /** Its changes are known. */
        PLANNED,
        /** Its inverses stand in the journal and in the cluster: from here on it may touch the cluster. */
        WRITTEN,
        /** Being put in. */
        GOING,
        /** It is in. */
        IN,
        /** It did not go in, or only partly. */
        FAILED
    }

    public FaultState {
        changes = List.copyOf(changes);
        undone = Collections.unmodifiableMap(new TreeMap<>(undone));
    }

    static FaultState briefed(Briefing.Step step) {
        return new FaultState(step, Progress.BRIEFED, List.of(), 0, null, false, Map.of(), Rounds.NONE);
    }

    FaultState planned(List<Change> planned, int hit) {
        return new FaultState(step, Progress.PLANNED, planned, hit, null, false, Map.of(), Rounds.NONE);
    }

    FaultState at(Progress next, @Nullable Mark in) {
        return new FaultState(step, next, changes, podsHit, in, ended, undone, rounds);
    }

    FaultState ended(boolean over) {
        return new FaultState(step, progress, changes, podsHit, injected, over, undone, rounds);
    }

    FaultState with(ChangeUndone result) {
        Map<Integer, ChangeUndone> all = new TreeMap<>(undone);
        all.put(result.index(), result);
        return new FaultState(step, progress, changes, podsHit, injected, ended, all, rounds);
    }

    FaultState roundBegun(Duration at) {
        Rounds more = new Rounds(rounds.begun() + 1, rounds.done(), at);
        return new FaultState(step, progress, changes, podsHit, injected, ended, undone, more);
    }

    FaultState roundDone(List<Change> made, int hit) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(made);
        Rounds more = new Rounds(rounds.begun(), rounds.done() + 1, rounds.latest());
        return new FaultState(step, progress, all, podsHit + hit, injected, ended, undone, more);
    }

    /** Tells whether it is in, and will not be put in again by a number of times that it was promised. */
    boolean complete() {
        Repeat repeat = step.repeat();
        return progress == Progress.IN && (repeat == null || repeat.times() == null || repeat.done(rounds.done()));
    }

    /** Tells whether it may have changed something in the cluster. */
    public boolean touched() {
        return progress.compareTo(Progress.WRITTEN) >= 0;
    }

    /** Tells whether that change still waits to be undone: it may have been made, and was not answered for yet. */
    boolean awaits(int index) {
        ChangeUndone answer = undone.get(index);
        return touched()
                && index >= 0
                && index < changes.size()
                && (answer == null || answer.result() == UndoResult.FAILED);
    }

    /** Tells whether something of it is still to be undone. */
    public boolean open() {
        return touched() && undone.size() < changes.size();
    }
}
