package dev.understudy.debrief;

import java.util.Locale;

/** Something about a system, and not about a person, that keeps summoning the hero; found by rule from drills. */
public enum SystemCondition {
    /** Nothing told anybody. */
    NO_ALERT("no alert fired", "Add or mend the alert, and prove it with a drill."),
    /** It was noticed too late. */
    ALERT_LATE("detected late", "Shorten the alert's window, or alert on what users feel first."),
    /** Somebody noticed before any alert. */
    DETECTED_BY_PERSON("detected by a person", "Alert on what the person saw."),
    /** Nobody took it in time. */
    ACKNOWLEDGED_LATE("acknowledged late", "Check who is paged, how, and when it goes up a level."),
    /** It needed hands. */
    REPAIR_BY_HAND("repaired by hand", "Let the system do that step, or put it into a runbook."),
    /** The team had to be given a pointer. */
    HINT_NEEDED("hint needed", "Put what the hint said where responders look first."),
    /** It did not work without the excluded. */
    EXCLUDED_NEEDED("excluded responder needed", "Write down what they did, and let somebody else lead the next one."),
    /** Somebody else's value was found when undoing. */
    UNDO_DIVERGED("undo diverged", "Find out who else changes this, and make one place own it.");

    private final String title;
    private final String advice;

    SystemCondition(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    /** Returns it as people say it. */
    public String title() {
        return title;
    }

    /** Tells whether it is worth little: most repairs need hands, and that is no fault of anybody. */
    public boolean minor() {
        return this == REPAIR_BY_HAND;
    }

    /** Returns what usually helps, in a sentence. */
    public String advice() {
        return advice;
    }

    /** Returns the words of pages and files: {@code no-alert}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
