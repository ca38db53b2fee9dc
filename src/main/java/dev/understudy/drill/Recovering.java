package dev.understudy.drill;

import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a drill counts as recovered: at the start of the first sustained steady period after impact, looked for only
 * after the last planned fault was injected, before any undo of ours, before a fault's own time is up, and before the
 * deadline.
 */
final class Recovering {
    private Recovering() {}

    static Optional<List<DrillEvent>> decide(Drill drill, Duration now) {
        Duration sustained = drill.briefing().steadyState().sustained();
        DrillEvent end = new DrillEvent.EndDecided(EndCause.RECOVERED, "steady for " + Words.of(sustained));
        if (drill.marks().recovered() != null) {
            return Optional.of(List.of(end));
        }
        return start(drill)
                .filter(start -> start.at().plus(sustained).compareTo(now) <= 0)
                .map(start -> List.of(
                        new DrillEvent.RecoverySeen(start.at(), start.error() == null ? Duration.ZERO : start.error()),
                        end));
    }

    /** Tells whether the present steady period may still turn out to be the recovery. */
    static boolean pending(Drill drill) {
        return start(drill).isPresent();
    }

    /** Returns when the present steady period will have been sustained, if it can count as recovery. */
    static Optional<Duration> decidedAt(Drill drill) {
        return start(drill)
                .map(start -> start.at().plus(drill.briefing().steadyState().sustained()));
    }

    /** Returns where the present steady period began, if it can count as recovery. */
    private static Optional<Mark> start(Drill drill) {
        boolean undoBegun = drill.faults().values().stream().anyMatch(FaultState::ended);
        if (drill.marks().impact() == null || undoBegun) {
            return Optional.empty();
        }
        return allInSince(drill)
                .flatMap(allIn -> drill.steady()
                        .steadySince()
                        .map(turn -> turn.at().compareTo(allIn) >= 0
                                ? Mark.measured(turn.at(), turn.error())
                                : Mark.measured(allIn, Duration.ZERO)))
                .filter(start -> limits(drill).allMatch(limit -> start.at().compareTo(limit) < 0));
    }

    /** What came at or after one of these was not the team's, however late the tick that finds it. */
    private static Stream<Duration> limits(Drill drill) {
        return Stream.concat(
                Timing.deadline(drill).stream(),
                drill.faults().values().stream().flatMap(fault -> ownEnd(fault).stream()));
    }

    /** Returns when the last planned fault was in; empty while one is not. */
    static Optional<Duration> allInSince(Drill drill) {
        boolean all = drill.faults().values().stream().allMatch(FaultState::complete);
        return all ? Optional.ofNullable(drill.marks().lastInjection()) : Optional.empty();
    }

    /** Returns when a fault's own time is up; empty when it has none or is not in. */
    static Optional<Duration> ownEnd(FaultState fault) {
        return Optional.ofNullable(fault.injected())
                .flatMap(in -> Optional.ofNullable(fault.step().lasts())
                        .map(lasts -> in.at().plus(lasts)));
    }
}
