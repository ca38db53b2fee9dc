package dev.understudy.orchestrator;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.drill.Action;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.FaultState;
import dev.understudy.drill.Phase;
import dev.understudy.drill.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Performs the actions of one drill through the ports, one after the other in the order in which they were asked for,
 * so that an undo never overtakes the injection before it. Each action ends in exactly one answer (an undo: one for
 * each change).
 */
public final class Stagehand implements AutoCloseable {
    /** How much longer than the drill can take the record is left alone. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ChangeWriter writer;
    private final DrillRecords records;
    private final Map<String, List<Change>> changes;
    private final Supplier<List<String>> changesLeft;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final Duration patience;
    private final BinaryOperator<String> finishing;
    private final ExecutorService worker;
    private @Nullable DrillRecord record;
    /** Whether the drill is over for the responders: an injection under way stops at the next change. */
    private volatile boolean ending;

    /**
     * Prepares the hand for one drill.
     *
     * @param ports the cluster to work on
     * @param changes by fault what to do, with values of Secrets; they never leave this object but for the cluster
     * @param record the record as it stands in the cluster; null when there is none yet
     * @param changesLeft tells what responders changed that is still there
     * @param patience how long a failing undo is tried again
     */
    public Stagehand(
            ClusterPorts ports,
            Map<String, List<Change>> changes,
            @Nullable DrillRecord record,
            Supplier<List<String>> changesLeft,
            TimeSource time,
            Duration patience) {
        this.writer = ports.writer();
        this.records = ports.records();
        this.changes = Map.copyOf(changes);
        this.record = record;
        this.changesLeft = changesLeft;
        this.wall = time.wall();
        this.nanos = time.nanos();
        this.patience = patience;
        this.finishing = ports::finishing;
        this.worker = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("stagehand").factory());
    }

    /** Performs an action in its turn; returns at once. */
    public void perform(Action action, Drill drill, Signals answers) {
        ending |= drill.phase() == Phase.ENDING;
        worker.execute(() -> {
            switch (action) {
                case Action.WriteRecord(String fault) -> answers.send(writeRecord(fault, drill.briefing()));
                case Action.Inject(String fault) -> answers.send(inject(fault, drill.briefing()));
                case Action.Undo(String fault) -> undo(drill.faults().get(fault), drill.briefing(), answers);
                case Action.RemoveRecord _ -> {
                    boolean left = retryFailed(drill, answers);
                    answers.send(removeRecord(drill.briefing(), left));
                }
                case Action.Conclude _ -> answers.send(new Signal.Concluded(left()));
            }
        });
    }

    private Signal writeRecord(String fault, Briefing briefing) {
        DrillRecord wanted = current(briefing).extended(all(fault), expiry(briefing));
        try {
            record = records.write(wanted);
            return new Signal.RecordHeld(fault, wanted.expires());
        } catch (RuntimeException e) {
            boolean othersDrill = e instanceof ClusterException c && c.kind() == ClusterException.Kind.CONFLICT;
            if (record == null && !othersDrill) {
                withdraw(wanted);
            }
            return new Signal.RecordRefused(fault, "the record cannot be written: " + e.getMessage());
        }
    }

    /** The answer may have been lost although the record was written: take it out again where that is possible. */
    private void withdraw(DrillRecord unsure) {
        try {
            records.remove(unsure);
        } catch (RuntimeException _) {
            // it holds no fault, blocks the namespace only until it expires, and 'undo --expired' removes it
        }
    }

    private List<Change> all(String fault) {
        List<Change> known = new ArrayList<>(record == null ? List.of() : record.changes());
        known.addAll(changes.getOrDefault(fault, List.of()));
        return known;
    }

    private DrillRecord current(Briefing briefing) {
        return record != null
                ? record
                : new DrillRecord(
                        briefing.drill(),
                        briefing.stage().namespace(),
                        briefing.stage().clusterUid(),
                        briefing.manager(),
                        expiry(briefing),
                        List.of(),
                        null,
                        "");
    }

    private Instant expiry(Briefing briefing) {
        return wall.instant()
                .plus(briefing.guardrails().deadline())
                .plus(briefing.steadyState().sustained())
                .plus(GRACE);
    }

    private Signal inject(String fault, Briefing briefing) {
        long start = nanos.getAsLong();
        for (Change change : changes.getOrDefault(fault, List.of())) {
            String refused = ending ? "the drill was ended meanwhile" : apply(change, briefing.manager());
            if (refused != null) {
                return new Signal.NotInjected(fault, refused);
            }
        }
        return new Signal.Injected(fault, Duration.ofNanos(nanos.getAsLong() - start));
    }

    private @Nullable String apply(Change change, String manager) {
        try {
            return switch (writer.apply(change, manager)) {
                case Applied.Made _ -> null;
                case Applied.Refused(Change _, String why) -> why;
                case Applied.HeldBack(Change _, String why) -> why;
            };
        } catch (RuntimeException e) {
            return "it is not known whether the change was made: " + e.getMessage();
        }
    }

    private void undo(@Nullable FaultState fault, Briefing briefing, Signals answers) {
        if (fault == null) {
            return;
        }
        String name = fault.step().name();
        List<Change> real = changes.getOrDefault(name, fault.changes());
        for (int index = real.size() - 1; index >= 0; index--) {
            if (!fault.undone().containsKey(index)) {
                answers.send(new Signal.ChangeAnswered(name, index, undo(real.get(index), briefing.manager())));
            }
        }
    }

    /** A failing API server is given time to come back: a fault left behind is worse than a late end. */
    private Undone undo(Change change, String manager) {
        long giveUp = nanos.getAsLong() + patience.toNanos();
        Duration pause = Duration.ofMillis(250);
        Undone undone = tryUndo(change, manager);
        while (undone.result() == UndoResult.FAILED && nanos.getAsLong() < giveUp && sleep(pause)) {
            undone = tryUndo(change, manager);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return undone;
    }

    private Undone tryUndo(Change change, String manager) {
        try {
            return writer.undo(change, manager);
        } catch (RuntimeException e) {
            return new Undone(change, UndoResult.FAILED, null, String.valueOf(e.getMessage()));
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
    private boolean retryFailed(Drill drill, Signals answers) {
        boolean left = false;
        for (FaultState fault : drill.faults().values()) {
            String name = fault.step().name();
            List<Change> real = changes.getOrDefault(name, fault.changes());
            for (DrillEvent.ChangeUndone answer : fault.undone().values()) {
                if (answer.result() == UndoResult.FAILED) {
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

    private Signal removeRecord(Briefing briefing, boolean left) {
        String finish = finishing.apply(briefing.drill(), briefing.stage().namespace());
        if (left) {
            return new Signal.RecordStays("something could not be undone; '" + finish + "' tries again");
        }
        try {
            records.remove(current(briefing));
            return new Signal.RecordGone();
        } catch (RuntimeException e) {
            return new Signal.RecordStays(e.getMessage() + "; '" + finish + "' removes it");
        }
    }

    private List<String> left() {
        try {
            return changesLeft.get();
        } catch (RuntimeException e) {
            return List.of("it could not be seen what responders left behind: " + e.getMessage());
        }
    }

    /** Waits for what it is doing: an undo under way is finished before the process goes. */
    @Override
    public void close() {
        worker.close();
    }
}
