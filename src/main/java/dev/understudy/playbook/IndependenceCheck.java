package dev.understudy.playbook;

import dev.understudy.independence.Assessment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Does normal operation hold without the hero, and where does hesitation still appear?
 *
 * @param assessment verdicts with their proof and trend, and the signals over time: interruptions, escalations,
 *     effective responders
 * @param hesitations by service and class, in alphabetical order; those families that were drilled
 */
public record IndependenceCheck(Assessment assessment, List<Hesitation> hesitations) {
    public IndependenceCheck {
        hesitations = List.copyOf(hesitations);
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
}
