package dev.understudy.history;

import java.util.Locale;

/**
 * One responder's part in an incident.
 *
 * @param responder name in the roster
 */
public record Participation(String responder, Kind kind) {
    /** What sort of part; each kind is counted for itself. */
    public enum Kind {
        /** Took it. */
        ACKNOWLEDGED,
        /** Worked on it. */
        WORKED,
        /** Was handed it by somebody else. */
        REASSIGNED,
        /** Closed it; often a clerk and not who fixed it. */
        RESOLVED,
        /** Said what to do. */
        ADVISED,
        /** Changed something in production for it. */
        CHANGED;

        /** Returns the word of files and reports: {@code acknowledged}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
