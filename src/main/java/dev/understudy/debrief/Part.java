package dev.understudy.debrief;

import java.util.Locale;

/** What an excluded responder did in a drill, as the facilitator settles it. */
public record Part(String responder, Involved involved) {
    /** How far. */
    public enum Involved {
        /** Not at all. */
        NONE,
        /** Read, watched or listened. */
        LOOKED,
        /** Said what to do. */
        ADVISED,
        /** Changed something. */
        ACTED;

        /** Returns the word of files and reports: {@code advised}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
