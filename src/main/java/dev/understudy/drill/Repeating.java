package dev.understudy.drill;

import dev.understudy.drill.FaultState.Progress;
import dev.understudy.scenario.Repeat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When a fault is put in again: at a fixed pace, or because a new pod of the target has appeared. */
final class Repeating {
    private Repeating() {}

    /** Decides on the rounds whose time has come. */
    static Optional<List<DrillEvent>> due(Drill drill, Duration now) {
        return drill.faults().values().stream()
                .filter(fault ->
                        next(fault).filter(at -> at.compareTo(now) <= 0).isPresent())
                .map(Repeating::begun)
                .findFirst();
    }

    /** Returns when the next round of a fault with a pace is due; empty while one is under way, or when none will be. */
    static Optional<Duration> next(FaultState fault) {
        Repeat repeat = fault.step().repeat();
        return repeat == null || repeat.sticky() || !goesOn(fault, repeat) || open(fault) > 0
                ? Optional.empty()
                : Optional.of(latest(fault).plus(repeat.every()));
    }

    /** One more round for a pod that has appeared, also while one is under way: that one may have looked too early. */
    static List<DrillEvent> appeared(Drill drill) {
        List<DrillEvent> all = new ArrayList<>();
        for (FaultState fault : drill.faults().values()) {
            Repeat repeat = fault.step().repeat();
            if (repeat != null && repeat.sticky() && goesOn(fault, repeat) && open(fault) < 2) {
                all.addAll(begun(fault));
            }
        }
        return drill.phase() == Phase.RUNNING ? all : List.of();
    }

    private static boolean goesOn(FaultState fault, Repeat repeat) {
        return fault.progress() == Progress.IN
                && !fault.ended()
                && !repeat.done(fault.rounds().begun());
    }

    private static int open(FaultState fault) {
        return fault.rounds().begun() - fault.rounds().done();
    }

    private static Duration latest(FaultState fault) {
        Duration round = fault.rounds().latest();
        Mark first = fault.injected();
        return round != null ? round : first != null ? first.at() : Duration.ZERO;
    }

    private static List<DrillEvent> begun(FaultState fault) {
        return List.of(
                new DrillEvent.RoundBegun(fault.step().name(), fault.rounds().begun() + 1));
    }
}
