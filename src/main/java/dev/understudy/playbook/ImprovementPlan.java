package dev.understudy.playbook;

import dev.understudy.debrief.SystemCondition;
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
     * @param linkedBy word of the action's title by which it was linked, for the reader to judge; null when its debrief says so, or none is
     * @param retest name of the scenario whose drill will show whether it is gone
     */
    public record Condition(
            SystemCondition kind,
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
