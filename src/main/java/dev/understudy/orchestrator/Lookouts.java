package dev.understudy.orchestrator;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.Sighting;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Signal;
import dev.understudy.exclusion.Actors;
import dev.understudy.exclusion.AuditScope;
import dev.understudy.guard.DrillPermissions;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.WorkloadReady;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that watches while a drill runs: probes, the namespace's consent, the record, who does what. */
final class Lookouts implements AutoCloseable {
    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable BystanderWatch bystanders;

    /**
     * Begins to watch. What was begun goes on until {@link #close}, also when the rest fails.
     *
     * @param plan what the cluster looked like before the first change, and what will be changed
     * @throws ClusterException when the cluster does not let us watch
     */
    void watch(
            Scenario scenario,
            Roster roster,
            String drill,
            DrillPlan plan,
            ClusterPorts ports,
            DrillClock clock,
            Signals signals) {
        String namespace = scenario.target().namespace();
        List<Consumer<Sighting>> watchers = new ArrayList<>();
        Set<ResourceType> types = new HashSet<>(DrillPermissions.BYSTANDERS);
        types.add(ResourceType.CONFIG_MAP);
        watchers.add(new StopWatch(drill, signals));
        bystanders = new BystanderWatch(scenario.target().object(), clock, signals);
        watchers.add(bystanders);
        scenario.probes().forEach(probe -> {
            switch (probe.check()) {
                case ProbeCheck.Http http -> rounds(probe, ProbeQuestion.http(http, ports.caller()), clock, signals);
                case ProbeCheck.Tcp tcp -> rounds(probe, ProbeQuestion.tcp(tcp, ports.connector()), clock, signals);
                case ProbeCheck.Prometheus ask ->
                    rounds(probe, ProbeQuestion.prometheus(ask, ports.monitoring()), clock, signals);
                case ProbeCheck.Ready(var workload, var share) -> {
                    ObjectRef ref = workload.in(namespace);
                    types.add(ref.type());
                    int needed = share.of(WorkloadReady.desired(ref, plan.view()));
                    watchers.add(new WorkloadWatch(probe, ref, needed, clock, signals));
                }
            }
        });
        if (scenario.faults().stream()
                .anyMatch(fault -> fault.repeat() != null && fault.repeat().sticky())) {
            types.add(ResourceType.POD);
            watchers.add(new Newcomers(plan.view(), signals));
        }
        if (ports.audit() == null) {
            types.add(scenario.target().object().type());
            watchers.add(Involved.unaudited(scenario.target().object(), "understudy-" + drill, signals));
        } else {
            open.add(ports.audit()
                    .follow(
                            new AuditScope(namespace, outside(plan)),
                            Involved.audited(new Actors(roster), ports.user(), signals),
                            why -> signals.send(new Signal.Stop(EndCause.BLIND, "the audit events ended: " + why))));
        }
        open.add(ports.cluster()
                .watch(new Scope(namespace, types), sighting -> watchers.forEach(w -> w.accept(sighting))));
    }

    /** What will be changed and lives in no namespace, as audit events spell it. */
    private static Set<String> outside(DrillPlan plan) {
        return plan.changes().values().stream()
                .flatMap(List::stream)
                .map(Change::object)
                .filter(object -> object.namespace().isEmpty())
                .map(object -> object.type().qualified() + "/" + object.name())
                .collect(Collectors.toSet());
    }

    /** The first injection begins. */
    void injecting() {
        if (bystanders != null) {
            bystanders.begin();
        }
    }

    private void rounds(Probe probe, ProbeQuestion question, DrillClock clock, Signals signals) {
        open.add(new ProbeRounds(probe, question, clock, signals));
    }

    void add(AutoCloseable lookout) {
        open.add(lookout);
    }

    /** Closes every one, also where one of them fails. */
    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        for (AutoCloseable lookout : open.reversed()) {
            try {
                lookout.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        open.clear();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a lookout did not close", failures.getFirst());
        }
    }
}
