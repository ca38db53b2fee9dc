package dev.understudy.drill;

import dev.understudy.probe.Reading;
import dev.understudy.scenario.WaitFor;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a planned fault still waits for: its time, a probe. */
final class Waiting {
    private Waiting() {}

    /** Tells whether it waits for nothing any more. The first injection is zero of the clock, whatever its own time. */
    static boolean over(Drill drill, FaultState fault, Duration now) {
        WaitFor waitFor = fault.step().waitFor();
        if (drill.marks().injected() == null) {
            return waitFor == null;
        }
        return Timing.dueAt(drill, fault).filter(due -> due.compareTo(now) > 0).isEmpty() && holds(drill, waitFor);
    }

    private static boolean holds(Drill drill, @Nullable WaitFor waitFor) {
        return waitFor == null
                || Stream.of(drill.steady(), drill.guards())
                        .flatMap(probes -> Stream.ofNullable(probes.latest().get(waitFor.probe())))
                        .map(Reading::quality)
                        .anyMatch(waitFor.quality()::equals);
    }
}
