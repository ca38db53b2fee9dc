package dev.understudy.independence;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.FaultState;
import dev.understudy.drill.Goal;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Mark;
import dev.understudy.drill.Objectives.Result;
import dev.understudy.drill.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** Reads off a drill what it brought to light about the system. */
final class SignReading {
    private SignReading() {}

    static DrillResult.Signs of(Drill drill, List<Entry> entries, Doers doers) {
        boolean byPerson = detectedByPerson(entries);
        return new DrillResult.Signs(
                drill.marks().detected() != null && !byPerson,
                byPerson || takenFirst(drill),
                late(Goal.detect(drill)),
                late(Goal.acknowledge(drill)) && drill.outcome() != Outcome.SELF_HEALED,
                late(Goal.recover(drill)),
                drill.marks().recovered() != null && doers.changed(),
                drill.people().hints().stream().map(h -> h.event().level()).toList(),
                drill.faults().values().stream()
                        .flatMap(fault -> diverged(fault).stream())
                        .toList(),
                drill.people().joined().size());
    }

    private static boolean late(Goal goal) {
        return goal.result() == Result.MISSED;
    }

    /** Alerting systems sign what they say; a person's report is somebody's own word. */
    private static boolean detectedByPerson(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Detected)
                .anyMatch(entry ->
                        entry.origin().grade() == Grade.C || entry.origin().grade() == Grade.D);
    }

    private static boolean takenFirst(Drill drill) {
        Mark taken = drill.marks().acknowledged();
        Mark detected = drill.marks().detected();
        return taken != null && (detected == null || taken.at().compareTo(detected.at()) < 0);
    }

    private static List<String> diverged(FaultState fault) {
        return fault.undone().values().stream()
                .filter(answer -> answer.result() == UndoResult.DIVERGED)
                .map(answer -> what(fault.changes().get(answer.index())) + " was set by "
                        + (answer.by() == null ? "somebody else" : answer.by()))
                .toList();
    }

    private static String what(Change change) {
        return switch (change.redacted()) {
            case Change.Edit edit ->
                edit.object() + " "
                        + edit.edits().stream().map(e -> e.path().toString()).collect(Collectors.joining(", "));
            case Change.Create _, Change.Delete _, Change.RemovePod _ ->
                change.object().toString();
        };
    }
}
