package dev.understudy.simulated.traffic;

/**
 * One way in which a request may end.
 *
 * @param share how many of all requests end so, above 0, at most 1
 * @param status HTTP status code
 * @param message why it is not 200, or what was done without; empty when all is well
 * @param seconds how long it takes until then; infinite when no answer ever comes
 */
record Likely(double share, int status, String message, double seconds) {
    static final int OK = 200;
    static final int FAILED = 500;
    static final int BAD_GATEWAY = 502;
    static final int UNAVAILABLE = 503;
    static final int TIMED_OUT = 504;

    boolean succeeds() {
        return status < FAILED;
    }

    Likely times(double factor) {
        return new Likely(share * factor, status, message, seconds);
    }

    /** Returns the same as a caller sees it that waits only so long. */
    Likely within(double patience, String why) {
        return seconds <= patience ? this : new Likely(share, TIMED_OUT, why, patience);
    }
}
