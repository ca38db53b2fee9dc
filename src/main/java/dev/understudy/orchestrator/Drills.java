package dev.understudy.orchestrator;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.RecordUndo;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import dev.understudy.fault.FaultPlan;
import dev.understudy.fault.FaultType;
import dev.understudy.guard.PlannedFault;
import dev.understudy.guard.Refusal;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.Halts;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalException;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.RehearsalStep;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Opens drills on one cluster. */
public final class Drills {
    /** How long a failing undo is tried again before it is given up. */
    static final Duration UNDO_PATIENCE = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final Journal journal;
    private final DrillLock locks;
    private final ClusterPorts ports;
    private final List<FaultType<?>> types;
    private final TimeSource time;
    private final Halts halts;
    private final HaltWatch halted;

    /** Opens drills where nobody halts them. */
    public Drills(
            Vertx vertx,
            Journal journal,
            DrillLock locks,
            ClusterPorts ports,
            List<FaultType<?>> types,
            TimeSource time) {
        this(vertx, journal, locks, ports, types, time, Halts.NEVER);
    }

    /** @param halts tells whether drills may run at all */
    public Drills(
            Vertx vertx,
            Journal journal,
            DrillLock locks,
            ClusterPorts ports,
            List<FaultType<?>> types,
            TimeSource time,
            Halts halts) {
        this.vertx = vertx;
        this.journal = journal;
        this.locks = locks;
        this.ports = ports;
        this.types = List.copyOf(types);
        this.time = time;
        this.halts = halts;
        this.halted = new HaltWatch(halts);
    }

    /**
     * Looks and plans; touches nothing.
     *
     * @throws ClusterException when the cluster cannot be reached or does not let us look
     */
    public DrillPlan plan(Casting casting, long seed) {
        String id = Briefings.id(casting.scenario().name(), time.wall().instant(), seed);
        return plan(casting, id, seed);
    }

    private DrillPlan plan(Casting casting, String id, long seed) {
        return planner()
                .plan(casting.scenario(), "understudy-" + id, seed)
                .refusing(Standstill.refusals(casting, time.wall().instant(), halts));
    }

    /**
     * Opens a drill: plans it, and if nothing stands in the way writes it down and lets it run.
     *
     * @param listener follows it from the first entry on
     * @throws ClusterException when the cluster cannot be reached or does not let us look; nothing was touched
     */
    public OpenResult open(Casting casting, long seed, DrillListener listener) {
        String id = Briefings.id(casting.scenario().name(), time.wall().instant(), seed);
        DrillPlan plan = plan(casting, id, seed);
        if (!plan.refusals().isEmpty()) {
            return new OpenResult.Refused(plan.refusals());
        }
        Briefing briefing = Briefings.of(id, casting.scenario(), casting.roster(), stage(casting, plan), seed);
        DrillClock clock = DrillClock.starting(time.wall(), time.nanos());
        try {
            DrillLock.Held lock = locks.tryLock(id)
                    .orElseThrow(() -> new JournalException("another process holds drill " + id, null));
            return new OpenResult.Going(begin(casting, plan, briefing, clock, listener, lock), plan);
        } catch (JournalException e) {
            return new OpenResult.Refused(List.of(new Refusal(String.valueOf(e.getMessage()), "")));
        }
    }

    private LiveDrill begin(
            Casting casting,
            DrillPlan plan,
            Briefing briefing,
            DrillClock clock,
            DrillListener listener,
            DrillLock.Held lock) {
        List<Entry> first = firstEntries(briefing, plan, clock);
        try {
            journal.append(briefing.drill(), 0, first);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return run(casting, plan, first, clock, listener, lock);
    }

    private DrillPlanner planner() {
        return new DrillPlanner(
                ports.cluster(), ports.writer(), ports.access(), ports.monitoring(), types, time.wall());
    }

    private Briefing.Stage stage(Casting casting, DrillPlan plan) {
        return new Briefing.Stage(
                ports.name(),
                plan.clusterUid(),
                casting.scenario().target().namespace(),
                casting.scenario().target().object().toString(),
                ports.simulated() || casting.scripted(),
                ports.audit() != null,
                ports.way());
    }

    private static List<Entry> firstEntries(Briefing briefing, DrillPlan plan, DrillClock clock) {
        List<DrillEvent> events = new ArrayList<>();
        events.add(new DrillEvent.Opened(briefing));
        for (Participants.Exclusion out : briefing.participants().exclude()) {
            events.add(new DrillEvent.ExclusionArmed(out.responder(), out.reason()));
        }
        for (PlannedFault fault : plan.faults()) {
            if (fault.plan() instanceof FaultPlan.Planned(List<Change> changes, var hit, int whole, var warnings)) {
                events.add(new DrillEvent.FaultPlanned(
                        fault.step().name(),
                        changes.stream().map(Change::redacted).toList(),
                        hit.size(),
                        whole));
                warnings.stream().map(DrillEvent.Noted::new).forEach(events::add);
            }
        }
        List<Entry> entries = new ArrayList<>();
        events.forEach(event -> entries.add(new Entry(entries.size(), clock.now(), Origin.DRILL, event)));
        return entries;
    }

    private LiveDrill run(
            Casting casting,
            DrillPlan plan,
            List<Entry> first,
            DrillClock clock,
            DrillListener listener,
            DrillLock.Held lock) {
        Drill drill = Drill.of(first).orElseThrow();
        String id = drill.briefing().drill();
        Prompter prompter = new Prompter(listener);
        Latecomers late = new Latecomers(ports.audit(), drill.opened().at(), prompter);
        Supplier<List<String>> left = () -> {
            late.await();
            return ChangesLeft.between(
                    plan.view(), ports.cluster().observe(planner().scope(casting.scenario())));
        };
        Rounds rounds = new Rounds(
                planner(),
                casting.scenario(),
                plan.view(),
                drill.briefing().manager(),
                drill.briefing().seed());
        Stagehand stagehand = new Stagehand(ports, plan.changes(), rounds, null, left, time, UNDO_PATIENCE);
        DrillRunner runner = new DrillRunner(drill, journal, stagehand, clock, prompter);
        late.tell(runner);
        for (int i = 0; i < first.size(); i++) {
            listener.written(first.get(i), Drill.of(first.subList(0, i + 1)).orElseThrow());
        }
        String deployment = vertx.deployVerticle(
                        runner, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
                .await();
        Lookouts lookouts = new Lookouts();
        try {
            lookouts.watch(casting.scenario(), casting.roster(), id, plan, ports, clock, runner);
        } catch (ClusterException e) {
            runner.send(new Signal.Stop(EndCause.BLIND, String.valueOf(e.getMessage())));
        }
        lookouts.add(halted.over(runner));
        prompter.onFirstInjection(zero -> {
            lookouts.injecting();
            rehearse(casting, zero, clock, runner, lookouts);
        });
        Future<Drill> over = runner.over()
                .recover(mistake -> vertx.<Drill>executeBlocking(() -> {
                    // first let what is under way come to its end, then take back what it made
                    stagehand.close();
                    undoFromRecord(id, casting);
                    throw new IllegalStateException("drill " + id + " met an error of ours", mistake);
                }))
                .eventually(() -> vertx.executeBlocking(() -> {
                    try (lock;
                            stagehand;
                            lookouts) {
                        return null;
                    }
                }))
                .eventually(() -> vertx.undeploy(deployment));
        return new LiveDrill(drill.briefing(), runner, over);
    }

    /** What the drill's own state can no longer be trusted with is still written in the cluster. */
    private void undoFromRecord(String drill, Casting casting) {
        RecordUndo undo = new RecordUndo(ports.records(), ports.writer());
        ports.records().find(casting.scenario().target().namespace()).stream()
                .filter(r -> r.drill().equals(drill))
                .forEach(r -> undo.undo(r, "understudy, after an error of its own"));
    }

    private void rehearse(Casting casting, Duration zero, DrillClock clock, Signals signals, Lookouts lookouts) {
        List<RehearsalStep> script = casting.scenario().rehearsal();
        if (casting.hands() != null) {
            lookouts.add(new Rehearsal(
                    script,
                    zero,
                    casting.scenario().target().namespace(),
                    casting.hands(),
                    ports.audit() != null,
                    clock,
                    time.wall(),
                    signals));
        }
    }
}
