package dev.understudy.report;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a report counts from: the first injection, or the opening of a drill that never injected anything.
 *
 * @param offset on the drill's monotonic clock
 * @param wall the same moment as wall time
 */
record Zero(Duration offset, Instant wall) {
    static Zero of(Drill drill) {
        Mark injected = drill.marks().injected();
        Duration opened = drill.opened().offset();
        Duration zero = injected == null ? opened : injected.at();
        return new Zero(zero, drill.opened().at().plus(zero.minus(opened)));
    }

    /** Returns an offset of the drill's clock as an offset of the report's, in whole milliseconds. */
    Duration since(Duration drillOffset) {
        return millis(drillOffset.minus(offset));
    }

    Instant at(Duration drillOffset) {
        return wall.plus(drillOffset.minus(offset)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns a source's own time as an offset of the report's clock, as far as its clock agrees with ours. */
    Duration since(Instant time) {
        return millis(Duration.between(wall, time));
    }

    static Duration millis(Duration exact) {
        return Duration.ofMillis(exact.toMillis());
    }

    /** Rounds up: an error is never said to be smaller than it is. */
    static Duration millisUp(Duration error) {
        return Duration.ofMillis(error.plusNanos(999_999).toMillis());
    }
}
