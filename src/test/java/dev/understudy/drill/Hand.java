package dev.understudy.drill;

import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers a drill's actions in place of a cluster, after a time that the test chooses. */
final class Hand {
    /** A signal and how long after the action began it comes. */
    record Answer(Duration after, Signal signal) {}

    private Duration writing = Plot.s("0.2s");
    private Duration injecting = Plot.s("0.3s");
    private Duration undoing = Plot.s("0.4s");
    private final Duration removing = Plot.s("0.1s");
    private @Nullable String recordRefused;
    private @Nullable String notInjected;
    private @Nullable String recordStays;
    private UndoResult undone = UndoResult.UNDONE;
    private Duration healing = Plot.s("0.2s");

    Hand writingTakes(String time) {
        writing = Plot.s(time);
        return this;
    }

    Hand injectingTakes(String time) {
        injecting = Plot.s(time);
        return this;
    }

    Hand undoingTakes(String time) {
        undoing = Plot.s(time);
        return this;
    }

    Hand refusesRecord(String why) {
        recordRefused = why;
        return this;
    }

    Hand failsToInject(String why) {
        notInjected = why;
        return this;
    }

    Hand keepsRecord(String why) {
        recordStays = why;
        return this;
    }

    Hand undoes(UndoResult result) {
        undone = result;
        return this;
    }

    /** The service needs so long to be well again once everything is undone. */
    Hand healsAfter(String time) {
        healing = Plot.s(time);
        return this;
    }

    Duration healing() {
        return healing;
    }

    /** Returns what comes back, in time's order; the action is over with the last. */
    List<Answer> perform(Action action, Drill drill) {
        return switch (action) {
            case Action.WriteRecord(String fault) ->
                List.of(new Answer(
                        writing,
                        recordRefused == null
                                ? new Signal.RecordHeld(fault, Ledger.OPENED.plusSeconds(1800))
                                : new Signal.RecordRefused(fault, recordRefused)));
            case Action.Inject(String fault) ->
                List.of(new Answer(
                        injecting,
                        notInjected == null
                                ? new Signal.Injected(fault, injecting)
                                : new Signal.NotInjected(fault, notInjected)));
            case Action.Repeat(String fault, int round) ->
                List.of(new Answer(injecting, new Signal.Repeated(fault, round, List.of(), 1, null)));
            case Action.Undo(String fault) -> undo(List.of(drill.faults().get(fault)));
            case Action.UndoAll _ ->
                undo(drill.faults().values().stream()
                        .filter(FaultState::open)
                        .toList()
                        .reversed());
            case Action.RemoveRecord _ ->
                List.of(new Answer(
                        removing, recordStays == null ? new Signal.RecordGone() : new Signal.RecordStays(recordStays)));
            case Action.Conclude _ -> List.of(new Answer(removing, new Signal.Concluded(List.of())));
        };
    }

    private List<Answer> undo(List<FaultState> faults) {
        List<Answer> all = new ArrayList<>();
        for (FaultState fault : faults) {
            IntStream.range(0, fault.changes().size())
                    .filter(index -> !fault.undone().containsKey(index))
                    .forEach(index -> all.add(new Answer(
                            undoing.multipliedBy(all.size() + 1L),
                            new Signal.ChangeAnswered(
                                    fault.step().name(),
                                    index,
                                    new Undone(fault.changes().get(index), undone, null, "as the test says")))));
        }
        return all;
    }
}
