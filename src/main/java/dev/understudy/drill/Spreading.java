package dev.understudy.drill;

import java.time.Duration;
import java.util.List;

/**
 * What the readiness of other workloads means: what was ready at the first injection and is not any more was reached by
 * the drill, from then until it is ready again. Pure.
 */
final class Spreading {
    private Spreading() {}

    static List<DrillEvent> surveyed(Drill drill, Signal.Surveyed survey) {
        return begun(drill) && !drill.bystanders().watched()
                ? List.of(new DrillEvent.BystandersWatched(survey.ready(), survey.unready()))
                : List.of();
    }

    static List<DrillEvent> seen(Drill drill, Signal.Bystander seen) {
        Mark zero = drill.marks().injected();
        if (!begun(drill) || zero == null || before(seen.at(), zero)) {
            return List.of();
        }
        if (seen.ready()) {
            return drill.bystanders().down().contains(seen.workload())
                    ? List.of(new DrillEvent.SpreadEnded(seen.workload(), seen.at(), seen.error()))
                    : List.of();
        }
        return drill.bystanders().up(seen.workload())
                ? List.of(new DrillEvent.SpreadSeen(seen.workload(), seen.at(), seen.error(), seen.detail()))
                : List.of();
    }

    private static boolean begun(Drill drill) {
        return drill.marks().injected() != null;
    }

    private static boolean before(Duration at, Mark zero) {
        return at.compareTo(zero.at()) < 0;
    }
}
