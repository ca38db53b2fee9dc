package dev.understudy.report.picture;

import java.util.Locale;

/** What something means for whoever reads it; a sign says the same without colour. */
public enum Mood {
    /** As it should be. */
    GOOD("✓"),
    /** Not as it should be. */
    BAD("✗"),
    /** Worth a look. */
    CARE("!"),
    /** Nobody can tell yet. */
    OPEN("–"),
    /** Neither. */
    PLAIN("");

    private final String sign;

    Mood(String sign) {
        this.sign = sign;
    }

    /** Returns the sign that stands beside the words; empty for {@link #PLAIN}. */
    public String sign() {
        return sign;
    }

    /** Returns the class that the page's style knows. */
    public String style() {
        return "mood-" + name().toLowerCase(Locale.ROOT);
    }
}
