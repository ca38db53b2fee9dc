package dev.understudy.drill;

import dev.understudy.drill.FaultState.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
            for (int round = fault.rounds().done() + 1; round <= fault.rounds().begun(); round++) {
                all.add(new Action.Repeat(fault.step().name(), round));
            }
            if (fault.ended() && fault.open()) {
                all.add(new Action.Undo(fault.step().name()));
            }
        }
        return all;
    }

    /** One fault after the other: the one under way, else the first that waits for nothing any more. */
    private static List<Action> next(Drill drill, Duration now) {
        Optional<FaultState> underWay = drill.faults().values().stream()
                .filter(f -> f.progress() == Progress.WRITTEN || f.progress() == Progress.GOING)
                .findFirst();
        if (underWay.isPresent()) {
            String fault = underWay.get().step().name();
            return underWay.get().progress() == Progress.GOING ? List.of(new Action.Inject(fault)) : List.of();
        }
        return drill.faults().values().stream()
                .filter(f -> f.progress() == Progress.PLANNED && Waiting.over(drill, f, now))
                .min(Comparator.comparing(f -> f.step().at()))
                .<List<Action>>map(f -> List.of(new Action.WriteRecord(f.step().name())))
                .orElse(List.of());
    }

    private static List<Action> ending(Drill drill, Duration now) {
        if (drill.undoOpen()) {
            return List.of(new Action.UndoAll());
        }
        if (drill.recordMayStand()) {
            return List.of(new Action.RemoveRecord());
        }
        return Settling.over(drill, now) ? List.of(new Action.Conclude()) : List.of();
    }
}
