package dev.understudy.orchestrator;

import dev.understudy.drill.Stamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clock of one drill: wall time for people, a monotonic offset for intervals. Safe for any thread.
 *
 * <p>A restarted orchestrator has lost the monotonic clock of the one before; it goes on from the wall time that has
 * passed since the drill was opened, which is as good as the machine's clock.
 */
public final class DrillClock {
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final long zero;
    private final Duration base;

    private DrillClock(InstantSource wall, LongSupplier nanos, Duration base) {
        this.wall = wall;
        this.nanos = nanos;
        this.zero = nanos.getAsLong();
        this.base = base;
    }

    /** Begins at zero, now. */
    public static DrillClock starting(InstantSource wall, LongSupplier nanos) {
        return new DrillClock(wall, nanos, Duration.ZERO);
    }

    /** Goes on where a drill that was opened then must be by now, never before its latest event. */
    public static DrillClock resuming(Stamp opened, Stamp latest, InstantSource wall, LongSupplier nanos) {
        Duration since = Duration.between(opened.at(), wall.instant());
        return new DrillClock(wall, nanos, since.compareTo(latest.offset()) > 0 ? since : latest.offset());
    }

    /** Returns the present moment. */
    public Stamp now() {
        return new Stamp(wall.instant(), offset());
    }

    /** Returns the offset of the present moment. */
    public Duration offset() {
        return base.plusNanos(nanos.getAsLong() - zero);
    }
}
