package dev.understudy.report;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Drill;
import dev.understudy.drill.FaultState;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Mark;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The moments of a drill from its first injection on, in the order in which they usually come; null where a clock has
 * not stopped.
 *
 * @param paged always null: pages are not sent yet
 * @param undone when nothing was left to undo
 */
public record Clocks(
        @Nullable Clock injected,
        @Nullable Clock impact,
        @Nullable Clock detected,
        @Nullable Clock paged,
        @Nullable Clock acknowledged,
        @Nullable Clock recovered,
        @Nullable Clock undone) {
    /**
     * One moment.
     *
     * @param at from the first injection, in whole milliseconds
     * @param error how much earlier it may have been; null where a grade says how good it is, or nothing was measured
     * @param grade how good the evidence is; null for what we measured ourselves
     */
    public record Clock(
            Duration at, @Nullable Duration error, @Nullable Grade grade) {}

    static Clocks of(Drill drill, Zero zero, @Nullable Duration lastUndo) {
        var marks = drill.marks();
        Mark undone = marks.undone();
        if (undone == null && lastUndo != null && nothingLeft(drill)) {
            // every fault's own time was up before the drill went over to undoing
            undone = Mark.measured(lastUndo, Duration.ZERO);
        }
        return new Clocks(
                clock(zero, marks.injected()),
                clock(zero, marks.impact()),
                clock(zero, marks.detected()),
                null,
                clock(zero, marks.acknowledged()),
                clock(zero, marks.recovered()),
                clock(zero, undone));
    }

    /** Returns the clocks that have stopped, by name, in the order of the report. */
    public Map<String, Optional<Clock>> byName() {
        Map<String, Optional<Clock>> all = new LinkedHashMap<>();
        all.put("injected", Optional.ofNullable(injected));
        all.put("impact", Optional.ofNullable(impact));
        all.put("detected", Optional.ofNullable(detected));
        all.put("paged", Optional.ofNullable(paged));
        all.put("acknowledged", Optional.ofNullable(acknowledged));
        all.put("recovered", Optional.ofNullable(recovered));
        all.put("undone", Optional.ofNullable(undone));
        return all;
    }

    /** Returns the names of the clocks that ran and had not stopped when the drill closed. */
    List<String> censored(Drill drill) {
        if (drill.closed() == null || injected == null) {
            return List.of();
        }
        Map<String, Optional<Clock>> stopped = byName();
        return List.of("impact", "detected", "acknowledged", "recovered", "undone").stream()
                .filter(name -> stopped.getOrDefault(name, Optional.empty()).isEmpty())
                .filter(name -> ran(name, drill))
                .toList();
    }

    /** Detection, acknowledgement and recovery run from impact; nothing runs towards an impact nobody expects. */
    private boolean ran(String name, Drill drill) {
        return switch (name) {
            case "impact" -> drill.briefing().expectImpact();
            case "undone" -> true;
            default -> impact != null;
        };
    }

    private static boolean nothingLeft(Drill drill) {
        return drill.faults().values().stream()
                .filter(FaultState::touched)
                .allMatch(
                        f -> !f.open() && f.undone().values().stream().noneMatch(u -> u.result() == UndoResult.FAILED));
    }

    private static @Nullable Clock clock(Zero zero, @Nullable Mark mark) {
        if (mark == null) {
            return null;
        }
        Duration error = mark.error();
        return new Clock(
                zero.since(mark.at()), error == null || error.isZero() ? null : Zero.millisUp(error), mark.grade());
    }
}
