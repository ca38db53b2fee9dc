package dev.understudy.drill;

import dev.understudy.drill.FaultState.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a drill still has to do, derived from its state alone. */
public final class Outstanding {
    private Outstanding() {}

    /**
     * Returns what is to be done now. Each action is to be begun once, and they are to be performed one after the other
     * in the order in which they were asked for: an undo must not overtake the injection before it, nor the removal of
     * the record its writing.
     *
     * @param now offset on the drill's monotonic clock
     */
    public static List<Action> of(Drill drill, Duration now) {
        return switch (drill.phase()) {
            case PREPARING -> drill.steadyHeld() ? next(drill, now) : List.of();
            case HELD -> next(drill, now);
            case RUNNING -> running(drill, now);
            case ENDING -> ending(drill, now);
            case CLOSED, REFUSED -> List.of();
        };
    }

    private static List<Action> running(Drill drill, Duration now) {
        List<Action> all = new ArrayList<>(next(drill, now));
        for (FaultState fault : drill.faults().values()) {
            if (fault.ended() && fault.open()) {
                all.add(new Action.Undo(fault.step().name()));
            }
        }
        return all;
    }

    /** One fault after the other: the first that is not in yet, when its time has come. */
    private static List<Action> next(Drill drill, Duration now) {
        Optional<FaultState> waiting = drill.faults().values().stream()
                .filter(f -> f.progress() == Progress.PLANNED
                        || f.progress() == Progress.WRITTEN
                        || f.progress() == Progress.GOING)
                .min((a, b) -> a.step().at().compareTo(b.step().at()));
        if (waiting.isEmpty()
                || Timing.dueAt(drill, waiting.get())
                        .filter(due -> due.compareTo(now) > 0)
                        .isPresent()) {
            return List.of();
        }
        String fault = waiting.get().step().name();
        return switch (waiting.get().progress()) {
            case PLANNED -> List.of(new Action.WriteRecord(fault));
            case GOING -> List.of(new Action.Inject(fault));
            case BRIEFED, WRITTEN, IN, FAILED -> List.of();
        };
    }

    private static List<Action> ending(Drill drill, Duration now) {
        List<Action> undo = drill.faults().values().stream()
                .filter(FaultState::open)
                .<Action>map(f -> new Action.Undo(f.step().name()))
                .toList()
                .reversed();
        if (!undo.isEmpty()) {
            return undo;
        }
        if (drill.recordMayStand()) {
            return List.of(new Action.RemoveRecord());
        }
        return Settling.over(drill, now) ? List.of(new Action.Conclude()) : List.of();
    }
}
