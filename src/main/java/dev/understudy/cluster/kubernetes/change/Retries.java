package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import java.time.Duration;

/**
 * How often one change is decided again because somebody else was faster or an answer was lost: ten times, and not
 * after a minute.
 */
final class Retries {
    private static final int LIMIT = 10;
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofMinutes(1);

    private final long start = System.nanoTime();
    private int failed;

    /** Tells whether one more attempt is allowed. */
    boolean left() {
        return failed < LIMIT && System.nanoTime() - start < END.toNanos();
    }

    /** Waits after a failed attempt; longer each time, so that a controller that writes often lets us pass. */
    void pause() {
        failed++;
        if (left()) {
            Duration wanted = FIRST.multipliedBy(1L << Math.min(failed, 6));
            ApiServer.pause(wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted);
        }
    }

    /** Counts a failed read; what will not get better by asking again is the end. */
    void pause(ClusterException e) {
        switch (e.kind()) {
            case UNREACHABLE, UNAVAILABLE, CONFLICT, NOT_FOUND, INVALID, TOO_LARGE -> pause();
            case CERTIFICATE, UNAUTHENTICATED, FORBIDDEN, CONFIGURATION -> failed = LIMIT;
        }
    }
}
