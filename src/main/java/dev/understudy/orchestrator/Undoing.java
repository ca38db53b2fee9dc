package dev.understudy.orchestrator;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.UndoOrder;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.FaultState;
import dev.understudy.drill.Mark;
import dev.understudy.drill.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Takes changes back, patiently. What could refuse the rest comes first, whichever fault made it. Used by the
 * {@link Stagehand} on its own thread.
 *
 * @param changes by fault what was or may have been changed, with values of Secrets
 * @param patience how long a failing undo is tried again
 */
record Undoing(ChangeWriter writer, Map<String, List<Change>> changes, LongSupplier nanos, Duration patience) {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** How often a refusal is not taken for an answer. */
    private static final int REFUSALS = 3;
    /** Where a fault stands whose injection is not known to have ended. */
    private static final Duration LATEST = Duration.ofSeconds(Long.MAX_VALUE);

    /** One change that waits to be taken back. */
    private record Open(String fault, int index, Change change) {}

    /** Takes back what has no answer yet of some faults; one answer for each change. */
    void undo(Collection<FaultState> faults, Briefing briefing, Signals answers) {
        List<Open> open = new ArrayList<>();
        faults.stream()
                .filter(FaultState::touched)
                .sorted(Comparator.comparing(Undoing::begun))
                .forEach(fault -> open.addAll(open(fault)));
        long giveUp = nanos.getAsLong() + patience.toNanos();
        for (Open each : UndoOrder.of(open, Open::change)) {
            Undone undone = undo(each.change(), briefing.manager(), giveUp);
            answers.send(new Signal.ChangeAnswered(each.fault(), each.index(), undone));
        }
    }

    /** Answers for what was not undone: it is left behind, and said so. */
    void giveUp(Collection<FaultState> faults, Signals answers, String why) {
        faults.stream()
                .filter(FaultState::touched)
                .flatMap(fault -> open(fault).stream())
                .forEach(each -> answers.send(new Signal.ChangeAnswered(
                        each.fault(), each.index(), new Undone(each.change(), UndoResult.FAILED, null, why))));
    }

    private static Duration begun(FaultState fault) {
        return Optional.ofNullable(fault.injected()).map(Mark::at).orElse(LATEST);
    }

    private List<Open> open(FaultState fault) {
        String name = fault.step().name();
        List<Change> real = changes.getOrDefault(name, fault.changes());
        return IntStream.range(0, real.size())
                .filter(index -> !fault.undone().containsKey(index))
                .mapToObj(index -> new Open(name, index, real.get(index)))
                .toList();
    }

    /**
     * A failing API server is given time to come back, once for all changes: a fault left behind is worse than a late
     * end. A refusal is tried again a few times only; it would not be another one a minute later.
     */
    private Undone undo(Change change, String manager, long giveUp) {
        Duration pause = Duration.ofMillis(250);
        Undone undone = tryUndo(change, manager);
        int refusals = 0;
        while (undone.result() == UndoResult.FAILED && nanos.getAsLong() < giveUp) {
            refusals += undone.passing() ? 0 : 1;
            if (refusals > REFUSALS || !sleep(pause)) {
                break;
            }
            undone = tryUndo(change, manager);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return undone;
    }

    private Undone tryUndo(Change change, String manager) {
        try {
            return writer.undo(change, manager);
        } catch (RuntimeException e) {
            return Undone.failed(
                    change, String.valueOf(e.getMessage()), e instanceof ClusterException c && c.passing());
        }
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What failed once, perhaps long ago, is tried once more; tells whether something still cannot be undone. */
    boolean again(Drill drill, Signals answers) {
        boolean left = false;
        long giveUp = nanos.getAsLong() + patience.toNanos();
        for (FaultState fault : drill.faults().values()) {
            String name = fault.step().name();
            List<Change> real = changes.getOrDefault(name, fault.changes());
            for (DrillEvent.ChangeUndone answer : fault.undone().values()) {
                if (answer.result() == UndoResult.FAILED && nanos.getAsLong() >= giveUp) {
                    left = true;
                } else if (answer.result() == UndoResult.FAILED) {
                    Undone again =
                            tryUndo(real.get(answer.index()), drill.briefing().manager());
                    if (again.result() == UndoResult.FAILED) {
                        left = true;
                    } else {
                        answers.send(new Signal.ChangeAnswered(name, answer.index(), again));
                    }
                }
            }
        }
        return left;
    }
}
