package dev.understudy.report;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Objectives.Result;
import dev.understudy.drill.Outcome;
import dev.understudy.drill.Phase;
import dev.understudy.report.Clocks.Clock;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One case of the JUnit suite: the outcome, each objective, and that nothing is left behind.
 *
 * <p>A drill that did not pass is a failure. One that is aborted, invalid or refused is an error: the question was not
 * answered, and a green or skipped line would hide that. One that is still open is skipped, and so is an objective that
 * nobody had to meet.
 *
 * @param type word that sorts failures and errors; empty for others
 */
record JunitCase(String name, Mark mark, String type, String message, Duration time) {
    /** How a case counts. */
    enum Mark {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    static List<JunitCase> of(DrillReport report) {
        List<JunitCase> all = new ArrayList<>();
        all.add(outcome(report));
        report.objectives().forEach(objective -> all.add(objective(report, objective)));
        all.add(clean(report));
        return List.copyOf(all);
    }

    /** From the first injection (or the opening) to the last event. */
    static Duration lasted(DrillReport report) {
        Duration last = report.played().getLast().offset();
        return last.isNegative() ? Duration.ZERO : last;
    }

    private static JunitCase outcome(DrillReport report) {
        Outcome outcome = report.verdict().outcome();
        Mark mark = switch (outcome) {
            case null -> report.verdict().state() == Phase.REFUSED ? Mark.ERROR : Mark.SKIPPED;
            case INVALID, ABORTED -> Mark.ERROR;
            case RESCUED, NOT_RECOVERED, RECOVERED_LATE -> Mark.FAILURE;
            case SELF_HEALED, RECOVERED -> Mark.PASSED;
        };
        String word = report.verdict().word();
        return new JunitCase(
                "outcome", mark, word, word + ": " + report.verdict().why(), lasted(report));
    }

    private static JunitCase objective(DrillReport report, Objective objective) {
        String name = objective.name() + " objective";
        Duration took = objective.took();
        Duration time = Optional.ofNullable(took)
                .or(() -> Optional.ofNullable(objective.waited()))
                .filter(t -> !t.isNegative())
                .orElse(Duration.ZERO);
        String limit = Words.of(objective.limit()) + " from " + objective.from();
        Result result = objective.result();
        if (result == null) {
            return new JunitCase(name, Mark.SKIPPED, "", "not judged: the drill ended before it could be", time);
        }
        if (result == Result.MISSED && report.verdict().outcome() == Outcome.SELF_HEALED) {
            return new JunitCase(name, Mark.SKIPPED, "", "nobody was needed", time);
        }
        String message = took == null ? "never, and had " + limit : "took " + Words.of(took) + ", and had " + limit;
        return new JunitCase(name, result == Result.MET ? Mark.PASSED : Mark.FAILURE, "missed", message, time);
    }

    private static JunitCase clean(DrillReport report) {
        String name = "nothing left behind";
        String failed = report.faults().stream()
                .filter(fault -> fault.undo() == UndoResult.FAILED)
                .map(fault -> fault.name() + ": " + fault.detail())
                .collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            return new JunitCase(name, Mark.FAILURE, "failed", failed, Duration.ZERO);
        }
        Clock undone = report.clocks().undone();
        Duration time = undone == null || undone.at().isNegative() ? Duration.ZERO : undone.at();
        return report.verdict().state().over()
                ? new JunitCase(name, Mark.PASSED, "", "", time)
                : new JunitCase(name, Mark.SKIPPED, "", "not undone yet", time);
    }
}
