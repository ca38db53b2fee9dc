package dev.understudy.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a team needs to know, by service and class, and what nobody has written down yet.
 *
 * @param topics by service, then class, in the order of the roster
 */
public record KnowledgePack(List<Topic> topics) {
    public KnowledgePack {
        topics = List.copyOf(topics);
    }

    /**
     * One incident class of one service.
     *
     * @param title the class as people say it
     * @param runbooks those that are known, in alphabetical order
     * @param missing what has no runbook, in words: scenarios and questions; empty when nothing is missing
     * @param escalation whom to turn to
     * @param traps what misled somebody or went well by luck, oldest first
     * @param lessons what each drill taught, oldest first
     * @param open questions that are not written down yet, oldest first
     * @param hints what a facilitator may ask, by scenario and level: where to look first
     */
    public record Topic(
            String service,
            String incidentClass,
            String title,
            List<Runbook> runbooks,
            List<String> missing,
            Escalation escalation,
            List<Lesson> traps,
            List<Lesson> lessons,
            List<OpenGap> open,
            List<Pointer> hints) {
        public Topic {
            runbooks = List.copyOf(runbooks);
            missing = List.copyOf(missing);
            traps = List.copyOf(traps);
            lessons = List.copyOf(lessons);
            open = List.copyOf(open);
            hints = List.copyOf(hints);
        }
    }

    /**
     * A runbook.
     *
     * @param where address or path
     * @param scenarios names of those that point to it, by name
     * @param drills ids of drills that used it or found that it should hold an answer, oldest first
     */
    public record Runbook(String where, List<String> scenarios, List<String> drills) {
        public Runbook {
            scenarios = List.copyOf(scenarios);
            drills = List.copyOf(drills);
        }
    }

    /**
     * Whom to turn to. Emergency contacts are kept in scenarios and never printed here.
     *
     * @param team who is paged; null when the roster does not know the service
     * @param rules when to escalate and why, one sentence each
     */
    public record Escalation(@Nullable String team, List<String> rules) {
        public Escalation {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Something that a drill taught.
     *
     * @param text as its debrief says it, or in a sentence from the drill's clocks and signs
     * @param drill its id
     * @param at when it was opened
     */
    public record Lesson(Kind kind, String text, String drill, Instant at) {
        /** Where it comes from. */
        public enum Kind {
            /** How the drill went, from its clocks and signs. */
            COURSE,
            /** What contributed. */
            FACTOR,
            /** What went well. */
            WENT_WELL,
            /** What did not. */
            WENT_BADLY,
            /** Where it was luck. */
            LUCK,
            /** A question that had to be asked. */
            GAP,
            /** An answer of the debrief. */
            ANSWER;

            /** Returns the words of pages and files: {@code went-well}. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /**
     * A question that is not written down yet.
     *
     * @param answeredBy name of the responder who knew; null when nobody did
     * @param onlyExcluded whether only an excluded responder knew
     * @param owner name of the responder who writes it down; null when that is open
     * @param drill where it was asked
     */
    public record OpenGap(
            String asked,
            @Nullable String answeredBy,
            boolean onlyExcluded,
            @Nullable String owner,
            String drill,
            Instant at) {}

    /** A hint of a scenario. */
    public record Pointer(String scenario, int level, String text) {}
}
