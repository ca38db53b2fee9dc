package dev.understudy.probe;

/** What a reading says. */
public enum Quality {
    /** The service is well, as far as this probe can tell. */
    GOOD,
    /** It is not. */
    BAD,
    /** Nobody can tell: no data, or the prober itself cannot see. Breaks a steady period, is never impact. */
    UNKNOWN
}
