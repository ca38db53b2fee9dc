package dev.understudy.playbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of the system that keep calling for a hero, found by rule from drills, and what is being done about them.
 *
 * @param conditions those of little weight last; else open ones first, then by service, scenario and kind
 * @param actions of every debrief: overdue, open, done, fixed; each by due date and title
 */
public record ImprovementPlan(List<Condition> conditions, List<FollowUp> actions) {
    public ImprovementPlan {
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
    }

    /**
     * One condition that drills of one scenario showed.
     *
     * @param shown how many of its drills that could show it did
     * @param drills ids of those that did, oldest first
     * @param latest when the latest of them was opened
     * @param state never {@link State#FIXED}: that a drill did not show it does not prove that it is gone
     * @param latestDrill id of that latest drill
     * @param details what exactly, in words, without duplicates; may be empty
     * @param owner name of the responder who sees to it; null when nobody does yet
     * @param due by when: of the action, or as the rule proposes
     * @param proposed whether the due date is the rule's proposal, since no action is linked
     * @param action title of the action that is linked; null when none is
     * @param linkedBy word of the action's title by which it was linked, for the reader to judge; null when none is
     * @param retest name of the scenario whose drill will show whether it is gone
     */
    public record Condition(
            Kind kind,
            String service,
            String incidentClass,
            String scenario,
            Share shown,
            List<String> drills,
            Instant latest,
            State state,
            String latestDrill,
            List<String> details,
            @Nullable String owner,
            LocalDate due,
            boolean proposed,
            @Nullable String action,
            @Nullable String linkedBy,
            String retest) {
        public Condition {
            drills = List.copyOf(drills);
            details = List.copyOf(details);
        }
    }

    /** What is asked of a system. */
    public enum Kind {
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
        EXCLUDED_NEEDED(
                "excluded responder needed", "Write down what they did, and let somebody else lead the next one."),
        /** Somebody else's value was found when undoing. */
        UNDO_DIVERGED("undo diverged", "Find out who else changes this, and make one place own it.");

        private final String title;
        private final String advice;

        Kind(String title, String advice) {
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

    /** What became of a condition or an action. */
    public enum State {
        /** The due date that somebody agreed to has passed. */
        OVERDUE,
        /** It stands. */
        OPEN,
        /** The action was done, but no drill has shown yet that it helped. */
        DONE,
        /** The latest drill that could show a condition did not. */
        NOT_SEEN,
        /** The action was done, and the latest drill that re-tested it passed. */
        FIXED;

        /** Returns the word of pages and files: {@code not-seen}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An action of a debrief.
     *
     * @param owner name of the responder who sees to it
     * @param blocking whether the service cannot count as independent before it is done
     * @param drill whose debrief decided it
     * @param retest name of the scenario that re-tests it
     * @param retested id of the first drill of that scenario on or after the due date of an action that is done; null when
     *     there was none yet, or while it is not done
     */
    public record FollowUp(
            String title,
            String owner,
            LocalDate due,
            boolean blocking,
            State state,
            String service,
            String incidentClass,
            String drill,
            String retest,
            @Nullable String retested) {}
}
