package dev.understudy.playbook;

import dev.understudy.independence.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Does normal operation hold without the hero, and where does hesitation still appear?
 *
 * @param judgements verdicts with their proof and trend, as the assessment orders them
 * @param hesitations by service and class, in alphabetical order
 * @param interruptions how often responders on whom services depend were drawn in, by name
 * @param escalations by service, in alphabetical order
 */
public record IndependenceCheck(
        List<Judgement> judgements,
        List<Hesitation> hesitations,
        List<Interruptions> interruptions,
        List<Escalations> escalations) {
    public IndependenceCheck {
        judgements = List.copyOf(judgements);
        hesitations = List.copyOf(hesitations);
        interruptions = List.copyOf(interruptions);
        escalations = List.copyOf(escalations);
    }

    /**
     * Where a team hesitated, by family of drills; it speaks of the family, never of who led.
     *
     * @param drills how many drills of the family could show it
     * @param usual the team's own median from acknowledgement to first action; null when fewer than three were timed
     * @param limit beyond which a drill counts as hesitant: twice the usual, at least two minutes
     * @param signs what was seen, oldest drill first
     */
    public record Hesitation(
            String service,
            String incidentClass,
            int drills,
            @Nullable Duration usual,
            Duration limit,
            List<Sign> signs) {
        public Hesitation {
            signs = List.copyOf(signs);
        }
    }

    /**
     * One sign of hesitation.
     *
     * @param found in words and figures
     */
    public record Sign(Kind kind, String drill, Instant at, String found) {
        /** What sort of sign. */
        public enum Kind {
            /** Long from acknowledgement to first action. */
            LONG_PAUSE,
            /** Nobody acted at all after it was acknowledged. */
            NO_ACTION,
            /** A hint was given. */
            HINT,
            /** It was handed on. */
            REASSIGNED;

            /** Returns the words of pages and files: {@code long-pause}. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /**
     * How often one responder was drawn into real incidents.
     *
     * @param weeks every week of the history in order, also those without any
     */
    public record Interruptions(String responder, List<Week> weeks) {
        public Interruptions {
            weeks = List.copyOf(weeks);
        }
    }

    /**
     * @param monday first day of the week, by UTC
     * @param incidents of how many incidents
     */
    public record Week(LocalDate monday, int incidents) {}

    /**
     * How far up incidents of a service went.
     *
     * @param levels by number of levels, rising
     */
    public record Escalations(String service, List<Level> levels) {
        public Escalations {
            levels = List.copyOf(levels);
        }
    }

    /**
     * @param levels how many levels up
     * @param share incidents that went up that far, of all of the service
     */
    public record Level(int levels, Share share) {}
}
