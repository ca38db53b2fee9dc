package dev.understudy.simulated.node;

import java.time.Duration;

/**
 * How long things take on the nodes of the simulated cluster; never negative.
 *
 * @param podStart from a pod's place on a node until its containers run
 * @param podReady from running until ready, for containers with a readiness probe
 * @param podStop from a pod's deletion until it is gone, however long its grace period
 * @param imageBackOff from a failed image pull until the kubelet backs off
 */
public record Pace(Duration podStart, Duration podReady, Duration podStop, Duration imageBackOff) {
    /** About ten times as fast as a small real cluster, and slow enough to watch. */
    public static final Pace DEFAULT =
            new Pace(Duration.ofMillis(600), Duration.ofMillis(300), Duration.ofMillis(150), Duration.ofSeconds(1));

    public Pace {
        if (podStart.isNegative() || podReady.isNegative() || podStop.isNegative() || imageBackOff.isNegative()) {
            throw new IllegalArgumentException("a delay cannot be negative");
        }
    }

    /**
     * Returns a pace with every delay multiplied.
     *
     * @param factor above 1 is slower, below 1 faster, 0 without any delay
     */
    public Pace scaled(double factor) {
        return new Pace(
                times(podStart, factor), times(podReady, factor), times(podStop, factor), times(imageBackOff, factor));
    }

    /** Returns how long something takes here that takes {@code real} on a real cluster, a few milliseconds at least. */
    public Duration round(Duration real) {
        long scaled = real.toNanos() / 6000 * podStart.toMillis();
        return Duration.ofNanos(Math.max(scaled, 5_000_000));
    }

    private static Duration times(Duration delay, double factor) {
        return Duration.ofNanos(Math.round(delay.toNanos() * factor));
    }
}
