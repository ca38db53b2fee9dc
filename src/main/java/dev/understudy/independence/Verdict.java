package dev.understudy.independence;

import java.util.Locale;

/** Whether a service depends on one responder. */
public enum Verdict {
    /** It was shown to work without. */
    INDEPENDENT,
    /** It was shown not to, and to work with. */
    DEPENDENT,
    /** Nobody can tell yet. */
    INSUFFICIENT;

    /** Returns the word of pages and reports: {@code independent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
