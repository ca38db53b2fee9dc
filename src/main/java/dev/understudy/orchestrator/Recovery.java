package dev.understudy.orchestrator;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Entry;
import dev.understudy.drill.FaultState;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Phase;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finishes drills whose orchestrator died: reads the journal, notes the interruption, and lets the same rules undo the
 * rest. Never touches a drill that a living process holds, nor one of another cluster.
 */
public final class Recovery {
    private final Vertx vertx;
    private final Journal journal;
    private final DrillLock locks;
    private final TimeSource time;

    public Recovery(Vertx vertx, Journal journal, DrillLock locks, TimeSource time) {
        this.vertx = vertx;
        this.journal = journal;
        this.locks = locks;
        this.time = time;
    }

    /**
     * Finishes every dead drill of this cluster.
     *
     * @param listener hears the entries that this adds
     * @return the drills that were finished, in their final state
     * @throws ClusterException when the cluster cannot be reached
     */
    public List<Drill> recover(ClusterPorts ports, DrillListener listener) {
        List<Drill> finished = new ArrayList<>();
        @Nullable String uid = null;
        for (DrillSummary summary : journal.drills()) {
            Optional<Drill> dead =
                    summary.ended() || locks.isAlive(summary.drill()) ? Optional.empty() : unfinished(summary.drill());
            if (dead.isEmpty()) {
                continue;
            }
            Drill drill = dead.get();
            ClusterPorts where = Vanished.is(drill) ? Vanished.ports() : ports;
            uid = uid == null ? ports.cluster().uid() : uid;
            if (!Vanished.is(drill) && !drill.briefing().stage().clusterUid().equals(uid)) {
                continue;
            }
            Optional<DrillLock.Held> held = locks.tryLock(summary.drill());
            if (held.isPresent()) {
                try (DrillLock.Held _ = held.get()) {
                    // another process may have finished it before we held it
                    unfinished(summary.drill()).ifPresent(still -> finished.add(finish(still, where, listener)));
                }
            }
        }
        return List.copyOf(finished);
    }

    private Optional<Drill> unfinished(String id) {
        return Drill.of(journal.read(id)).filter(d -> !d.phase().over());
    }

    private Drill finish(Drill before, ClusterPorts ports, DrillListener listener) {
        DrillClock clock = DrillClock.resuming(before.opened(), before.latest(), time.wall(), time.nanos());
        Drill drill = interrupted(before, clock, listener);
        @Nullable DrillRecord record = record(drill, ports);
        try (Stagehand stagehand =
                new Stagehand(ports, changes(drill, record), null, record, List::of, time, Drills.UNDO_PATIENCE)) {
            DrillRunner runner = new DrillRunner(drill, journal, stagehand, clock, listener);
            String deployment = vertx.deployVerticle(
                            runner, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
                    .await();
            Drill end = runner.over().await();
            vertx.undeploy(deployment).await();
            return end;
        }
    }

    private Drill interrupted(Drill drill, DrillClock clock, DrillListener listener) {
        List<DrillEvent> events = new ArrayList<>();
        events.add(new DrillEvent.Interrupted("the orchestrator died; this one finishes its work"));
        if (drill.phase() != Phase.ENDING) {
            events.add(new DrillEvent.EndDecided(EndCause.CRASH, "found unfinished at the next start"));
        }
        List<Entry> entries = new ArrayList<>();
        for (DrillEvent event : events) {
            entries.add(new Entry(drill.length() + entries.size(), clock.now(), Origin.DRILL, event));
        }
        List<Drill> states = new ArrayList<>(List.of(drill));
        entries.forEach(entry -> states.add(states.getLast().after(entry)));
        journal.append(drill.briefing().drill(), drill.length(), entries);
        for (int i = 0; i < entries.size(); i++) {
            listener.written(entries.get(i), states.get(i + 1));
        }
        return states.getLast();
    }

    private static @Nullable DrillRecord record(Drill drill, ClusterPorts ports) {
        return ports.records().find(drill.briefing().stage().namespace()).stream()
                .filter(r -> r.drill().equals(drill.briefing().drill()))
                .findFirst()
                .orElse(null);
    }

    /** The journal hides values of Secrets; the record in the cluster has them. */
    private static Map<String, List<Change>> changes(Drill drill, @Nullable DrillRecord record) {
        Map<String, List<Change>> all = new LinkedHashMap<>();
        for (FaultState fault : drill.faults().values()) {
            all.put(
                    fault.step().name(),
                    fault.changes().stream().map(c -> real(c, record)).toList());
        }
        return all;
    }

    private static Change real(Change shown, @Nullable DrillRecord record) {
        return record == null
                ? shown
                : record.changes().stream()
                        .filter(c -> c.describe().equals(shown.describe()))
                        .findFirst()
                        .orElse(shown);
    }
}
