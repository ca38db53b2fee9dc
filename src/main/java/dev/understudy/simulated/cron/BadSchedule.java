package dev.understudy.simulated.cron;

/** A schedule that cannot be read; the message says why, in the words of the Kubernetes API server. */
public final class BadSchedule extends RuntimeException {
    BadSchedule(String why) {
        super(why);
    }
}
