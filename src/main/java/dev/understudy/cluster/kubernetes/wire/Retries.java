package dev.understudy.cluster.kubernetes.wire;

import dev.understudy.cluster.ClusterException;
import java.time.Duration;

/**
 * How often one change is decided again because somebody else was faster or an answer was lost: ten times, and not
 * after a minute. A server that says no to us is asked only three times.
 */
public final class Retries {
    private static final int LIMIT = 10;
    private static final int LIMIT_OF_NO = 3;
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofMinutes(1);

    private final long start = System.nanoTime();
    private int failed;
    private int denied;

    /** Tells whether one more attempt is allowed. */
    public boolean left() {
        return failed < LIMIT && denied < LIMIT_OF_NO && System.nanoTime() - start < END.toNanos();
    }

    /** Waits after a failed attempt; longer each time, so that a controller that writes often lets us pass. */
    public void pause() {
        failed++;
        if (left()) {
            Duration wanted = FIRST.multipliedBy(1L << Math.min(failed, 6));
            ApiServer.pause(wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted);
        }
    }

    /** Counts a failed request; what hardly gets better by asking again soon comes to its end. */
    public void pause(ClusterException e) {
        switch (e.kind()) {
            case UNREACHABLE, UNAVAILABLE, CONFLICT, NOT_FOUND, INVALID, TOO_LARGE -> pause();
            case UNAUTHENTICATED, FORBIDDEN -> {
                denied++;
                pause();
            }
            case CERTIFICATE, CONFIGURATION -> failed = LIMIT;
        }
    }
}
