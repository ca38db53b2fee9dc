package dev.understudy.debrief;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that will be done after a drill.
 *
 * @param title what, in a sentence
 * @param owner name of the responder who sees to it
 * @param due by when
 * @param blocking whether the service cannot count as independent before it is done
 * @param done whether it is
 * @param retest scenario whose drill will show that it helped; null for the same scenario again
 * @param condition what it will mend, of what its drill showed; null when nobody said
 */
public record ActionItem(
        String title,
        String owner,
        LocalDate due,
        boolean blocking,
        boolean done,
        @Nullable String retest,
        @Nullable SystemCondition condition) {
    /** Tells whether it still stands in the way of independence. */
    public boolean blocks() {
        return blocking && !done;
    }

    /** Tells whether another is about the same thing, by its title. */
    boolean sameAs(ActionItem other) {
        return title.strip().equalsIgnoreCase(other.title.strip());
    }

    /** Returns it as one that blocks. */
    ActionItem asBlocking() {
        return new ActionItem(title, owner, due, true, done, retest, condition);
    }
}
