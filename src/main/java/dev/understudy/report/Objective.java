package dev.understudy.report;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Goal;
import dev.understudy.drill.Mark;
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
        return Goal.of(drill).stream().map(Objective::of).toList();
    }

    private static Objective of(Goal goal) {
        Duration took = goal.took();
        Duration waited = goal.waited();
        return new Objective(
                goal.name(),
                goal.from(),
                goal.limit(),
                took == null ? null : Zero.millis(took),
                waited == null ? null : Zero.millis(waited),
                error(goal.stop()),
                error(goal.start()),
                goal.result());
    }

    /** Tells whether the limit lies within the measuring error, so that the result might as well be the other one. */
    public boolean close() {
        return took != null
                && took.minus(less).compareTo(limit) <= 0
                && took.plus(more).compareTo(limit) > 0;
    }

    private static Duration error(@Nullable Mark mark) {
        return mark == null || mark.error() == null ? Duration.ZERO : Zero.millisUp(mark.error());
    }
}
