package dev.understudy.report;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Drill;
import dev.understudy.drill.FaultState;
import dev.understudy.drill.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One fault: what it changed and what came of undoing it.
 *
 * @param type kind of fault
 * @param changes number of changes
 * @param undo of its changes' results the one that asks most of the reader; null while none has an answer
 * @param detail in words
 * @param by who set what is there now; null when it was us or nobody
 * @param injected from the first injection; null when it never was fully in
 * @param lines each field or object
 */
public record FaultLine(
        String name,
        String type,
        int changes,
        @Nullable UndoResult undo,
        String detail,
        @Nullable String by,
        @Nullable Duration injected,
        List<ChangeLine> lines) {
    static List<FaultLine> of(Drill drill, Zero zero) {
        return drill.faults().values().stream().map(f -> line(drill, zero, f)).toList();
    }

    private static FaultLine line(Drill drill, Zero zero, FaultState fault) {
        Map<Integer, UndoneChange> answers = new TreeMap<>();
        fault.undone()
                .forEach((i, answer) -> answers.put(
                        i, UndoneChange.of(drill, fault, fault.changes().get(i), answer)));
        List<ChangeLine> lines = new ArrayList<>();
        for (int i = 0; i < fault.changes().size(); i++) {
            lines.addAll(ChangeLine.of(fault.changes().get(i), answers.get(i)));
        }
        Optional<UndoneChange> worst = answers.values().stream().max(Comparator.comparing(UndoneChange::result));
        Mark in = fault.injected();
        return new FaultLine(
                fault.step().name(),
                fault.step().type(),
                fault.changes().size(),
                worst.map(UndoneChange::result).orElse(null),
                worst.map(w -> w.detail() + others(fault, answers.values())).orElseGet(() -> waiting(drill, fault)),
                worst.map(UndoneChange::by).orElse(null),
                in == null ? null : zero.since(in.at()),
                List.copyOf(lines));
    }

    private static String others(FaultState fault, Collection<UndoneChange> answers) {
        int all = fault.changes().size();
        if (all == 1) {
            return "";
        }
        boolean alike = answers.size() == all
                && answers.stream().map(UndoneChange::result).distinct().count() == 1;
        return alike ? " (and " + (all - 1) + " more like it)" : " (of " + all + " changes the one to look at)";
    }

    private static String waiting(Drill drill, FaultState fault) {
        return switch (fault.progress()) {
            case BRIEFED, PLANNED -> "never injected";
            case WRITTEN, GOING, IN, FAILED -> drill.phase().over() ? "no undo is written down" : "not undone yet";
        };
    }
}
