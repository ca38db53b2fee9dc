package dev.understudy.independence;

import dev.understudy.history.Participation;
import java.util.Locale;

/** A kind of evidence that somebody can keep a service going; each is counted for itself. */
public enum Contribution {
    ACKNOWLEDGED,
    WORKED,
    REASSIGNED,
    RESOLVED,
    ADVISED,
    CHANGED,
    /** Led a drill. */
    LED;

    /** Returns the word of pages and reports: {@code acknowledged}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Contribution of(Participation.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGED -> ACKNOWLEDGED;
            case WORKED -> WORKED;
            case REASSIGNED -> REASSIGNED;
            case RESOLVED -> RESOLVED;
            case ADVISED -> ADVISED;
            case CHANGED -> CHANGED;
        };
    }
}
