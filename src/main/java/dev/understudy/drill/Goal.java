package dev.understudy.drill;

import dev.understudy.drill.Objectives.Result;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One objective and how far its clock got.
 *
 * @param name {@code detect}, {@code acknowledge} or {@code recover}
 * @param from the clock it counts from: {@code impact} or {@code detected}
 * @param limit how fast was fast enough
 * @param start null when its clock never started
 * @param stop null when its clock did not stop
 * @param waited how long its clock had run when the drill was over for the responders, or has run so far; null when it
 *     never started
 * @param result null when there was no impact to be late for, or it ended before it could be missed
 */
public record Goal(
        String name,
        String from,
        Duration limit,
        @Nullable Mark start,
        @Nullable Mark stop,
        @Nullable Duration waited,
        @Nullable Result result) {
    /** Returns detect, acknowledge and recover, in this order. */
    public static List<Goal> of(Drill drill) {
        return List.of(detect(drill), acknowledge(drill), recover(drill));
    }

    /** From impact to detection. */
    public static Goal detect(Drill drill) {
        Marks marks = drill.marks();
        Duration limit = drill.briefing().objectives().detect();
        return goal(
                drill,
                "detect",
                "impact",
                limit,
                marks.impact(),
                marks.detected(),
                Objectives.of(drill).detect());
    }

    /** From detection to acknowledgement; where nothing was detected, from impact. */
    public static Goal acknowledge(Drill drill) {
        Marks marks = drill.marks();
        var goal = drill.briefing().objectives();
        Mark detected = marks.detected();
        return goal(
                drill,
                "acknowledge",
                detected == null ? "impact" : "detected",
                detected == null ? goal.detect().plus(goal.acknowledge()) : goal.acknowledge(),
                detected == null ? marks.impact() : detected,
                marks.acknowledged(),
                Objectives.of(drill).acknowledge());
    }

    /** From impact to recovery. */
    public static Goal recover(Drill drill) {
        Marks marks = drill.marks();
        Duration limit = drill.briefing().objectives().recover();
        return goal(
                drill,
                "recover",
                "impact",
                limit,
                marks.impact(),
                marks.recovered(),
                Objectives.of(drill).recover());
    }

    /** Returns how long it took; null when its clock did not stop. */
    public @Nullable Duration took() {
        return start == null || stop == null ? null : stop.at().minus(start.at());
    }

    private static Goal goal(
            Drill drill,
            String name,
            String from,
            Duration limit,
            @Nullable Mark start,
            @Nullable Mark stop,
            Result judged) {
        if (start == null) {
            return new Goal(name, from, limit, null, null, null, null);
        }
        Duration ended = drill.marks().endDecided();
        Duration ran = (ended == null ? drill.latest().offset() : ended).minus(start.at());
        Duration waited = ran.isNegative() ? Duration.ZERO : ran;
        boolean settled = stop != null
                || waited.compareTo(limit) > 0
                || (drill.closed() != null && drill.outcome().valid());
        return new Goal(name, from, limit, start, stop, waited, settled ? judged : null);
    }
}
