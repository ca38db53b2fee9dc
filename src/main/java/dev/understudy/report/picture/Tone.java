package dev.understudy.report.picture;

import java.util.Locale;

/**
 * What a mark on a picture means. The page gives each a colour, light and dark; a shape, a height or a hatching says the
 * same without colour.
 */
public enum Tone {
    /** As it should be. */
    GOOD,
    /** Not as it should be. */
    BAD,
    /** Nobody can tell. */
    UNKNOWN,
    /** Damage that is in place. */
    FAULT,
    /** An alert. */
    ALERT,
    /** The team. */
    TEAM,
    /** Somebody who is out of the game. */
    EXCLUDED,
    /** The facilitator. */
    FACILITATOR,
    /** Controllers and scripts. */
    AUTOMATION,
    /** What Understudy does itself. */
    OURS;

    /** Returns the class that the page's style knows. */
    String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
