package dev.understudy.drill;

import dev.understudy.scenario.Scenario;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether each objective of a drill was met. Detection and recovery count from impact, acknowledgement from detection;
 * where nothing was detected, acknowledgement has as long as both objectives together, from impact.
 */
public record Objectives(Result detect, Result acknowledge, Result recover) {
    /** How an objective fared. */
    public enum Result {
        /** In time. */
        MET,
        /** Too late, or its clock never stopped. */
        MISSED
    }

    /** Judges a drill; without impact there is nothing to be late for, and nothing to meet. */
    public static Objectives of(Drill drill) {
        Scenario.Objectives goal = drill.briefing().objectives();
        Marks marks = drill.marks();
        Mark impact = marks.impact();
        Mark detected = marks.detected();
        return new Objectives(
                judge(impact, detected, goal.detect()),
                detected == null
                        ? judge(impact, marks.acknowledged(), goal.detect().plus(goal.acknowledge()))
                        : judge(detected, marks.acknowledged(), goal.acknowledge()),
                judge(impact, marks.recovered(), goal.recover()));
    }

    /** Tells whether none was missed. */
    public boolean allMet() {
        return detect == Result.MET && acknowledge == Result.MET && recover == Result.MET;
    }

    private static Result judge(@Nullable Mark from, @Nullable Mark to, Duration limit) {
        return from != null && to != null && to.at().minus(from.at()).compareTo(limit) <= 0
                ? Result.MET
                : Result.MISSED;
    }
}
