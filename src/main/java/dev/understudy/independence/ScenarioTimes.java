package dev.understudy.independence;

import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the drills of one scenario took without some people, nearly always one, and with.
 *
 * @param excluded names of the responders, sorted
 * @param horizon time limit of the scenario; the shortest where its drills had several
 * @param objective within which it should recover; the shortest where its drills had several
 * @param stages detection, acknowledgement and recovery, in that order; those that have any time
 * @param comparison of the times to recover; null unless there is a drill with and one without
 */
public record ScenarioTimes(
        String scenario,
        List<String> excluded,
        Duration horizon,
        Duration objective,
        List<Stage> stages,
        @Nullable RestrictedMeanTest comparison) {
    public ScenarioTimes {
        excluded = excluded.stream().sorted().toList();
        stages = List.copyOf(stages);
    }

    /** Returns the excluded in words: {@code ana}, or {@code ana and bo}. */
    public String who() {
        return Words.listed(excluded);
    }

    /** Which clock. */
    public enum Clock {
        /** From impact to detection. */
        DETECT,
        /** From detection to acknowledgement. */
        ACKNOWLEDGE,
        /** From impact to recovery. */
        RECOVER;

        /** Returns the word of pages and reports: {@code detect}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One clock's curves.
     *
     * @param objective within which it should stop; the shortest where the scenario's drills had several
     * @param without of the drills without the responder; null when there were none
     * @param with of the drills with; null when there were none
     */
    public record Stage(
            Clock clock,
            Duration objective,
            @Nullable SurvivalCurve without,
            @Nullable SurvivalCurve with) {
        /** Returns how far both curves are known, at most this limit: so far their means may be compared. */
        public Duration known(Duration limit) {
            return Stream.concat(Stream.ofNullable(without), Stream.ofNullable(with))
                    .map(curve -> curve.known(limit))
                    .min(Comparator.naturalOrder())
                    .orElse(limit);
        }
    }
}
