package dev.understudy.exclusion;

import java.util.Locale;

/** How far an excluded responder got involved; in order of weight. */
public enum BreachKind {
    /** Read, watched or listened. Listed, changes nothing. */
    LOOKED,
    /** Said what to do. */
    ADVISED,
    /** Changed something, or took the page. */
    ACTED;

    /** Returns the word of the report: {@code advised}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
