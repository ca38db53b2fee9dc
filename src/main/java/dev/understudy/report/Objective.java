package dev.understudy.report;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Mark;
import dev.understudy.drill.Marks;
import dev.understudy.drill.Objectives;
import dev.understudy.drill.Objectives.Result;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One objective and how it fared.
 *
 * @param name {@code detect}, {@code acknowledge} or {@code recover}
 * @param from the clock it counts from: {@code impact} or {@code detected}
 * @param limit how fast was fast enough
 * @param took null when its clock did not stop
 * @param waited how long its clock had run when the drill ended, or has run so far; null when it never started
 * @param less how much shorter {@code took} may really have been
 * @param more how much longer {@code took} may really have been
 * @param result null when there was no impact to be late for, or it ended before it could be missed
 */
public record Objective(
        String name,
        String from,
        Duration limit,
        @Nullable Duration took,
        @Nullable Duration waited,
        Duration less,
        Duration more,
        @Nullable Result result) {
    static List<Objective> of(Drill drill) {
        Objectives judged = Objectives.of(drill);
        var goal = drill.briefing().objectives();
        Marks marks = drill.marks();
        Mark impact = marks.impact();
        Mark detected = marks.detected();
        boolean alerted = detected != null;
        return List.of(
                line(drill, "detect", "impact", goal.detect(), impact, detected, judged.detect()),
                line(
                        drill,
                        "acknowledge",
                        alerted ? "detected" : "impact",
                        alerted ? goal.acknowledge() : goal.detect().plus(goal.acknowledge()),
                        alerted ? detected : impact,
                        marks.acknowledged(),
                        judged.acknowledge()),
                line(drill, "recover", "impact", goal.recover(), impact, marks.recovered(), judged.recover()));
    }

    /** Tells whether the limit lies within the measuring error, so that the result might as well be the other one. */
    public boolean close() {
        return took != null
                && took.minus(less).compareTo(limit) <= 0
                && took.plus(more).compareTo(limit) > 0;
    }

    private static Objective line(
            Drill drill,
            String name,
            String start,
            Duration limit,
            @Nullable Mark from,
            @Nullable Mark to,
            Result judged) {
        if (from == null) {
            return new Objective(name, start, limit, null, null, Duration.ZERO, Duration.ZERO, null);
        }
        Duration ended = drill.marks().endDecided();
        Duration end = ended == null ? drill.latest().offset() : ended;
        Duration ran = Zero.millis(end.minus(from.at()));
        Duration waited = ran.isNegative() ? Duration.ZERO : ran;
        boolean settled = to != null
                || waited.compareTo(limit) > 0
                || (drill.closed() != null && drill.outcome().valid());
        return new Objective(
                name,
                start,
                limit,
                to == null ? null : Zero.millis(to.at().minus(from.at())),
                waited,
                error(to),
                error(from),
                settled ? judged : null);
    }

    private static Duration error(@Nullable Mark mark) {
        return mark == null || mark.error() == null ? Duration.ZERO : Zero.millisUp(mark.error());
    }
}
