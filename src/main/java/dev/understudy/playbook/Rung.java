package dev.understudy.playbook;

import java.util.Locale;

/** How far somebody has come on the ladder from watching to leading; each drill shows one rung at most. */
public enum Rung {
    /** No drill shows anything. */
    NOT_YET("took part in no drill of it yet"),
    /** Took part: acted in one that somebody else led, or led one that did not recover or needed nobody. */
    SHADOWED("took part in one that somebody else led, that did not recover, or that healed by itself"),
    /** Led a drill that recovered, with the hero observing or supporting, with hints, or late. */
    LEADS_WITH_SUPPORT("led one that recovered, with the hero at hand, with hints, or late"),
    /** Led a passed drill with the hero absent and without a hint. */
    LEADS_ALONE("led one that passed, without the hero and without a hint");

    private final String meaning;

    Rung(String meaning) {
        this.meaning = meaning;
    }

    /** Returns what a drill must show for it, in words. */
    public String meaning() {
        return meaning;
    }

    /** Returns the words of pages and files: {@code leads-with-support}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
