package dev.understudy.orchestrator;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.drill.Action;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.Phase;
import dev.understudy.drill.Signal;
import dev.understudy.fault.FaultPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Performs the actions of one drill through the ports, one after the other in the order in which they were asked for,
 * so that an undo never overtakes the injection before it. Each action ends in exactly one answer (an undo: one for
 * each change).
 */
public final class Stagehand implements AutoCloseable {
    /** How much longer than the drill can take the record is left alone. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** Between two rounds of a fault there is at least this much time. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private final ChangeWriter writer;
    private final DrillRecords records;
    private final Map<String, List<Change>> changes;
    private final @Nullable Rounds rounds;
    private final Supplier<List<String>> changesLeft;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final Undoing undoing;
    private final Map<String, HeldBack> heldBack = new ConcurrentHashMap<>();
    private final BinaryOperator<String> finishing;
    private final ExecutorService worker;
    private @Nullable DrillRecord record;
    /** Whether the drill is over for the responders: an injection under way stops at the next change. */
    private volatile boolean ending;

    private long latestRound;

    /**
     * Prepares the hand for one drill.
     *
     * @param ports the cluster to work on
     * @param changes by fault what to do, with values of Secrets; they never leave this object but for the cluster
     * @param rounds plans what is repeated; null where nothing will be any more
     * @param record the record as it stands in the cluster; null when there is none yet
     * @param changesLeft tells what responders changed that is still there
     * @param patience how long a failing undo is tried again
     */
    public Stagehand(
            ClusterPorts ports,
            Map<String, List<Change>> changes,
            @Nullable Rounds rounds,
            @Nullable DrillRecord record,
            Supplier<List<String>> changesLeft,
            TimeSource time,
            Duration patience) {
        this.writer = ports.writer();
        this.records = ports.records();
        this.changes = new ConcurrentHashMap<>(changes);
        this.rounds = rounds;
        this.record = record;
        this.changesLeft = changesLeft;
        this.wall = time.wall();
        this.nanos = time.nanos();
        this.undoing = new Undoing(ports.writer(), this.changes, time.nanos(), patience);
        this.finishing = ports::finishing;
        this.latestRound = nanos.getAsLong() - PACE.toNanos();
        this.worker = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("stagehand").factory());
    }

    /** Performs an action in its turn; returns at once. */
    public void perform(Action action, Drill drill, Signals answers) {
        ending |= drill.phase() == Phase.ENDING;
        if (ending) {
            heldBack.values().forEach(HeldBack::stop);
        }
        worker.execute(() -> {
            try {
                act(action, drill, answers);
            } catch (RuntimeException e) {
                // a mistake of ours must not leave the drill waiting for an answer
                failed(action, drill, answers, "an error of ours: " + e);
            }
        });
    }

    private void act(Action action, Drill drill, Signals answers) {
        switch (action) {
            case Action.WriteRecord(String fault) -> answers.send(writeRecord(fault, drill.briefing()));
            case Action.Inject(String fault) -> answers.send(inject(fault, drill.briefing(), answers));
            case Action.Repeat(String fault, int round) ->
                answers.send(repeat(fault, round, drill.briefing(), answers));
            case Action.Undo(String fault) -> {
                Optional.ofNullable(heldBack.remove(fault)).ifPresent(HeldBack::end);
                undoing.undo(List.of(drill.faults().get(fault)), drill.briefing(), answers);
            }
            case Action.UndoAll _ -> {
                heldBack.values().forEach(HeldBack::end);
                undoing.undo(drill.faults().values(), drill.briefing(), answers);
            }
            case Action.RemoveRecord _ -> {
                boolean left = undoing.again(drill, answers);
                answers.send(removeRecord(drill.briefing(), left));
            }
            case Action.Conclude _ -> answers.send(new Signal.Concluded(left()));
        }
    }

    private void failed(Action action, Drill drill, Signals answers, String why) {
        switch (action) {
            case Action.WriteRecord(String fault) -> answers.send(new Signal.RecordRefused(fault, why));
            case Action.Inject(String fault) -> answers.send(new Signal.NotInjected(fault, why));
            case Action.Repeat(String fault, int round) ->
                answers.send(new Signal.Repeated(fault, round, List.of(), 0, why));
            case Action.Undo(String fault) ->
                undoing.giveUp(List.of(drill.faults().get(fault)), answers, why);
            case Action.UndoAll _ -> undoing.giveUp(drill.faults().values(), answers, why);
            case Action.RemoveRecord _ -> answers.send(new Signal.RecordStays(why));
            case Action.Conclude _ -> answers.send(new Signal.Concluded(List.of(why)));
        }
    }

    private Signal writeRecord(String fault, Briefing briefing) {
        DrillRecord wanted = current(briefing).extended(more(changes.getOrDefault(fault, List.of())), expiry(briefing));
        try {
            record = records.write(wanted);
            return new Signal.RecordHeld(fault, wanted.expires());
        } catch (RuntimeException e) {
            boolean othersDrill = e instanceof ClusterException c && c.kind() == ClusterException.Kind.CONFLICT;
            String left = record == null && !othersDrill ? withdraw(wanted) : "";
            return new Signal.RecordRefused(fault, "the record cannot be written: " + e.getMessage() + left);
        }
    }

    /** The answer may have been lost although the record was written: take it out again where that is possible. */
    private String withdraw(DrillRecord unsure) {
        try {
            records.remove(unsure);
            return "";
        } catch (RuntimeException _) {
            return "; it may stand all the same, though nothing was changed: '"
                    + finishing.apply(unsure.drill(), unsure.namespace()) + "' removes it";
        }
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

    private Signal inject(String fault, Briefing briefing, Signals answers) {
        long start = nanos.getAsLong();
        Trial trial = trial(changes.getOrDefault(fault, List.of()), briefing);
        if (trial.allGone() && rounds != null) {
            trial = instead(fault, rounds, briefing, answers);
        }
        if (trial.refused() != null || trial.allGone()) {
            return new Signal.NotInjected(fault, String.join("; ", trial.troubles()));
        }
        if (!trial.heldBack().isEmpty()) {
            answers.send(new Signal.Remarked("fault '" + fault + "': a disruption budget holds back "
                    + trial.heldBack().size() + " evictions; they are asked for again until the fault ends"));
            holdBack(fault, trial, briefing, answers);
        }
        return new Signal.Injected(fault, Duration.ofNanos(nanos.getAsLong() - start));
    }

    /** What was not in the plan that people saw may only be pods of the target namespace that come back by themselves. */
    private static boolean harmless(FaultPlan.Planned planned, Briefing briefing) {
        return planned.changes().stream()
                .allMatch(change -> change.inverse().isEmpty()
                        && change.object().namespace().equals(briefing.stage().namespace()));
    }

    private void holdBack(String fault, Trial trial, Briefing briefing, Signals answers) {
        if (!trial.heldBack().isEmpty()) {
            heldBack.computeIfAbsent(
                            fault, _ -> new HeldBack(fault, c -> writer.apply(c, briefing.manager()), worker, answers))
                    .add(trial.heldBack());
        }
    }

    private Trial trial(List<Change> all, Briefing briefing) {
        return Trial.of(all, change -> writer.apply(change, briefing.manager()), () -> ending);
    }

    /** Pods come and go between the plan and the hour of the fault: where all of them are gone, others are taken. */
    private Trial instead(String fault, Rounds again, Briefing briefing, Signals answers) {
        return switch (again.plan(fault, 0)) {
            case FaultPlan.Impossible(List<String> reasons) -> Trial.refused(String.join("; ", reasons));
            case FaultPlan.Planned planned
            when !harmless(planned, briefing) ->
                Trial.refused("what was planned is gone, and anything else was not asked for nor written down");
            case FaultPlan.Planned planned -> {
                answers.send(new Signal.Remarked("fault '" + fault + "': the pods of the plan are gone, taken instead: "
                        + planned.changes().stream()
                                .map(c -> c.object().toString())
                                .collect(Collectors.joining(", "))));
                yield trial(planned.changes(), briefing);
            }
        };
    }

    /** A further round of a fault, of changes that nobody has to undo. */
    private Signal repeat(String fault, int round, Briefing briefing, Signals answers) {
        pace();
        if (rounds == null || ending) {
            return new Signal.Repeated(fault, round, List.of(), 0, "the drill was ended meanwhile");
        }
        return switch (rounds.plan(fault, round)) {
            case FaultPlan.Impossible(List<String> reasons) ->
                new Signal.Repeated(fault, round, List.of(), 0, String.join("; ", reasons));
            case FaultPlan.Planned planned
            when !harmless(planned, briefing) ->
                new Signal.Repeated(fault, round, List.of(), 0, "this round would have to be undone");
            case FaultPlan.Planned planned -> repeat(fault, round, planned, briefing, answers);
        };
    }

    private Signal repeat(String fault, int round, FaultPlan.Planned planned, Briefing briefing, Signals answers) {
        List<Change> known = new ArrayList<>(changes.getOrDefault(fault, List.of()));
        known.addAll(planned.changes());
        try {
            // what a controller brings back needs no inverse, and a record must not grow with every round
            List<Change> reversible = planned.changes().stream()
                    .filter(c -> c.inverse().isPresent())
                    .toList();
            record = records.write(current(briefing).extended(more(reversible), expiry(briefing)));
        } catch (RuntimeException e) {
            return new Signal.Repeated(fault, round, List.of(), 0, "the record cannot be extended: " + e.getMessage());
        }
        changes.put(fault, List.copyOf(known));
        Trial trial = trial(planned.changes(), briefing);
        holdBack(fault, trial, briefing, answers);
        String trouble = trial.troubles().isEmpty() ? null : String.join("; ", trial.troubles());
        return new Signal.Repeated(fault, round, planned.changes(), trial.made(), trouble);
    }

    private void pace() {
        while (nanos.getAsLong() - latestRound < PACE.toNanos() && !ending) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        latestRound = nanos.getAsLong();
    }

    private List<Change> more(List<Change> added) {
        List<Change> all = new ArrayList<>(record == null ? List.of() : record.changes());
        all.addAll(added);
        return all;
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
        heldBack.values().forEach(HeldBack::stop);
        worker.close();
    }
}
