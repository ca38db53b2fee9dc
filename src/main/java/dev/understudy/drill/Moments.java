package dev.understudy.drill;

import dev.understudy.drill.FaultState.Progress;
import dev.understudy.probe.Reading;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The moments at which time alone may decide something; the counterpart of {@link Timing} that looks ahead. */
final class Moments {
    private Moments() {}

    static Optional<Duration> next(Drill drill, Duration now) {
        return ahead(drill).filter(at -> at.compareTo(now) > 0).min(Comparator.naturalOrder());
    }

    private static Stream<Duration> ahead(Drill drill) {
        return switch (drill.phase()) {
            case PREPARING -> drill.steadyHeld() ? Stream.empty() : preparing(drill);
            case RUNNING ->
                Stream.of(guards(drill), blindness(drill), faults(drill), rounds(drill), ends(drill))
                        .flatMap(all -> all);
            case ENDING -> Settling.until(drill).stream();
            case HELD, CLOSED, REFUSED -> Stream.empty();
        };
    }

    private static Stream<Duration> preparing(Drill drill) {
        Duration sustained = drill.briefing().steadyState().sustained();
        return Stream.concat(
                Stream.of(Timing.patience(drill)),
                drill.steady().steadySince().map(r -> r.at().plus(sustained)).stream());
    }

    private static Stream<Duration> guards(Drill drill) {
        return drill.briefing().guardrails().abortUnless().stream()
                .flatMap(guard -> Timing.badSince(drill, guard).map(r -> r.at().plus(guard.lasts())).stream());
    }

    private static Stream<Duration> blindness(Drill drill) {
        Duration limit = drill.briefing().guardrails().unknownFor();
        return Timing.blindSince(drill).map(Reading::at).map(limit::plus).stream();
    }

    private static Stream<Duration> faults(Drill drill) {
        return drill.faults().values().stream()
                .flatMap(fault -> (fault.progress() == Progress.PLANNED
                                ? Timing.dueAt(drill, fault)
                                : Recovering.ownEnd(fault).filter(_ -> !fault.ended()))
                        .stream());
    }

    private static Stream<Duration> rounds(Drill drill) {
        return drill.faults().values().stream().flatMap(fault -> Repeating.next(fault).stream());
    }

    private static Stream<Duration> ends(Drill drill) {
        return Stream.of(Timing.deadline(drill), Timing.impactBy(drill), Recovering.decidedAt(drill))
                .flatMap(Optional::stream);
    }
}
