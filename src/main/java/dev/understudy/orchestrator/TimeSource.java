package dev.understudy.orchestrator;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Where time comes from; tests drive both by hand.
 *
 * @param wall wall time, for people
 * @param nanos monotonic time, for intervals
 */
public record TimeSource(InstantSource wall, LongSupplier nanos) {
    /** The machine's. */
    public static TimeSource system() {
        return new TimeSource(InstantSource.system(), System::nanoTime);
    }
}
