package dev.understudy.drill;

import dev.understudy.drill.FaultState.Progress;
import dev.understudy.probe.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a drill counts as recovered: at the start of the first sustained steady period after impact, looked for only
 * after the last planned fault was injected, and before any undo of ours since.
 */
final class Recovering {
    private Recovering() {}

    static Optional<List<DrillEvent>> decide(Drill drill, Duration now) {
        Duration sustained = drill.briefing().steadyState().sustained();
        return start(drill)
                .filter(start -> start.at().plus(sustained).compareTo(now) <= 0)
                .map(start -> List.of(
                        new DrillEvent.RecoverySeen(start.at(), start.error() == null ? Duration.ZERO : start.error()),
                        new DrillEvent.EndDecided(EndCause.RECOVERED, "steady for " + Words.of(sustained))));
    }

    /** Tells whether a steady period that began before this time may still turn out to be the recovery. */
    static boolean pending(Drill drill, Duration before) {
        return start(drill).filter(s -> s.at().compareTo(before) < 0).isPresent();
    }

    /** Returns where the present steady period began, if it can count as recovery. */
    private static Optional<Mark> start(Drill drill) {
        Mark impact = drill.marks().impact();
        Duration allIn = allInSince(drill);
        boolean oursUndone = drill.faults().values().stream()
                .anyMatch(f -> f.ended() && allIn != null && compare(ownEnd(f), allIn) >= 0);
        Optional<Reading> steady = drill.steady().steadySince();
        if (impact == null || allIn == null || oursUndone || steady.isEmpty()) {
            return Optional.empty();
        }
        Reading turn = steady.get();
        return Optional.of(
                turn.at().compareTo(allIn) >= 0
                        ? Mark.measured(turn.at(), turn.error())
                        : Mark.measured(allIn, Duration.ZERO));
    }

    /** Returns when the last planned fault was in; null while one is not. */
    static @Nullable Duration allInSince(Drill drill) {
        boolean all = drill.faults().values().stream().allMatch(f -> f.progress() == Progress.IN);
        return all ? drill.marks().lastInjection() : null;
    }

    /** Returns when a fault's own time is up; null when it has none or is not in. */
    static @Nullable Duration ownEnd(FaultState fault) {
        Duration lasts = fault.step().lasts();
        Mark in = fault.injected();
        return lasts == null || in == null ? null : in.at().plus(lasts);
    }

    private static int compare(@Nullable Duration a, Duration b) {
        return a == null ? -1 : a.compareTo(b);
    }
}
