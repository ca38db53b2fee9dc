package dev.understudy.simulated.node;

import java.time.Duration;

/**
 * How fast the simulated cluster is: one factor on every time that Kubernetes itself takes or waits for, such as
 * back-offs, grace periods, the periods of probes and tolerations. What programs do takes the time that annotations and
 * commands name, whatever the pace.
 *
 * @param factor 1 is as slow as a real cluster, 0.1 ten times as fast, 0 without any delay; never negative
 */
public record Pace(double factor) {
    /** As slow as a real cluster. */
    public static final Pace REAL = new Pace(1);
    /** Ten times as fast as a real cluster, and slow enough to watch. */
    public static final Pace DEFAULT = new Pace(0.1);

    /** What repeats itself does so after this time at the soonest, so that no pace makes the cluster spin. */
    private static final Duration SHORTEST_ROUND = Duration.ofMillis(5);

    private static final Duration POD_START = Duration.ofSeconds(6);
    private static final Duration POD_READY = Duration.ofSeconds(3);
    private static final Duration POD_STOP = Duration.ofMillis(1500);

    public Pace {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a pace is a factor of 0 or more");
        }
    }

    /**
     * Returns a pace with every delay multiplied.
     *
     * @param by above 1 is slower, below 1 faster, 0 without any delay
     */
    public Pace scaled(double by) {
        return new Pace(factor * by);
    }

    /** Returns how long something takes here that takes {@code real} on a real cluster. */
    public Duration of(Duration real) {
        return Duration.ofNanos(Math.round(real.toNanos() * factor));
    }

    /** Returns the same for something that repeats itself: never less than a few milliseconds. */
    public Duration round(Duration real) {
        Duration scaled = of(real);
        return scaled.compareTo(SHORTEST_ROUND) < 0 ? SHORTEST_ROUND : scaled;
    }

    /** From a pod's place on a node until its containers are started. */
    public Duration podStart() {
        return of(POD_START);
    }

    /** From a container's start until it is first probed, unless its probe says later. */
    public Duration podReady() {
        return of(POD_READY);
    }

    /** From the signal to end until the process has ended. */
    public Duration podStop() {
        return of(POD_STOP);
    }
}
