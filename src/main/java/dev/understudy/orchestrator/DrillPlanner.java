package dev.understudy.orchestrator;

import dev.understudy.cluster.Access;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.Cluster;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.fault.FaultPlan;
import dev.understudy.fault.FaultSpec;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.Moment;
import dev.understudy.fault.Target;
import dev.understudy.guard.DrillPermissions;
import dev.understudy.guard.Keepers;
import dev.understudy.guard.PlannedFault;
import dev.understudy.guard.Preflight;
import dev.understudy.guard.Refusal;
import dev.understudy.probe.Monitoring;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.scenario.FaultStep;
import dev.understudy.scenario.Scenario;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Looks, plans and asks whether it may: everything before the first write, and all that {@code plan} prints. */
public final class DrillPlanner {
    private final Cluster cluster;
    private final ChangeWriter writer;
    private final Access access;
    private final Monitoring monitoring;
    private final List<FaultType<?>> types;
    private final InstantSource wall;

    public DrillPlanner(
            Cluster cluster,
            ChangeWriter writer,
            Access access,
            Monitoring monitoring,
            List<FaultType<?>> types,
            InstantSource wall) {
        this.cluster = cluster;
        this.writer = writer;
        this.access = access;
        this.monitoring = monitoring;
        this.types = List.copyOf(types);
        this.wall = wall;
    }

    /**
     * Plans a drill; touches nothing. Where we are not even allowed to look, the plan holds the missing permissions
     * alone.
     *
     * @param manager field manager that the drill's writes will carry
     * @throws ClusterException when the cluster cannot be reached or does not let us look
     */
    public DrillPlan plan(Scenario scenario, String manager, long seed) {
        SortedSet<Permission> held = DrillPermissions.of(scenario, types);
        SortedSet<Permission> missing = access.missing(held);
        held.removeAll(missing);
        String uid;
        ClusterView view;
        try {
            uid = cluster.uid();
            view = cluster.observe(scope(scenario));
        } catch (ClusterException e) {
            if (e.kind() != ClusterException.Kind.FORBIDDEN || missing.isEmpty()) {
                throw e;
            }
            ClusterView nothing = new ClusterView(wall.instant(), Map.of());
            return new DrillPlan("", nothing, List.of(), held, missing, Preflight.permissions(missing), seed);
        }
        List<PlannedFault> faults = new ArrayList<>();
        for (FaultStep step : scenario.faults()) {
            FaultPlan plan =
                    Keepers.warned(plan(step, scenario.target(), view, new Moment(wall.instant(), seed)), view);
            faults.add(new PlannedFault(step, missing.isEmpty() ? preview(plan, manager) : plan));
        }
        List<Refusal> refusals = new ArrayList<>(Preflight.refusals(scenario, view, faults, missing));
        refusals.addAll(unanswerable(scenario));
        return new DrillPlan(uid, view, List.copyOf(faults), held, missing, List.copyOf(refusals), seed);
    }

    /** A question that can never be answered would only be found out after a minute of waiting for steady state. */
    private List<Refusal> unanswerable(Scenario scenario) {
        List<Refusal> all = new ArrayList<>();
        for (Probe probe : scenario.probes()) {
            if (probe.check() instanceof ProbeCheck.Prometheus ask) {
                monitoring
                        .obstacle(ask)
                        .map(o -> new Refusal("probe '" + probe.name() + "': " + o.reason(), o.cure()))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /**
     * Plans a fault once more, from a new look at the cluster.
     *
     * @param before what was there when the drill was planned; pods of then are left out where only later ones are meant
     * @param later whether only pods that have appeared since are meant, all of them
     * @throws ClusterException when the cluster cannot be reached or does not let us look
     */
    FaultPlan again(FaultStep step, Target target, ClusterView before, boolean later, String manager, long seed) {
        FaultType<?> type = type(step);
        ClusterView now = cluster.observe(scope(type, step.spec(), target));
        Moment moment = new Moment(wall.instant(), seed);
        FaultPlan plan = later
                ? plannedForAll(type, step.spec(), target, without(now, before), moment)
                : planned(type, step.spec(), target, now, moment);
        return preview(plan, manager);
    }

    private static <S extends FaultSpec> FaultPlan plannedForAll(
            FaultType<S> type, FaultSpec spec, Target target, ClusterView view, Moment moment) {
        return type.hittingAll(type.spec().cast(spec))
                .map(all -> type.plan(all, target, view, moment))
                .orElseGet(() -> new FaultPlan.Impossible(type.name() + " knows no pods that appear later"));
    }

    private static ClusterView without(ClusterView now, ClusterView before) {
        Map<ObjectRef, ClusterObject> left = new LinkedHashMap<>(now.objects());
        left.values()
                .removeIf(object -> object.ref().type().equals(ResourceType.POD)
                        && before.find(object.ref())
                                .filter(was -> was.uid().equals(object.uid()))
                                .isPresent());
        return new ClusterView(now.takenAt(), left);
    }

    /** What a drill of this scenario looks at: its faults' scopes and the workloads that probes watch. */
    public Scope scope(Scenario scenario) {
        Scope scope = new Scope(
                scenario.target().namespace(), Set.of(scenario.target().object().type()));
        for (FaultStep step : scenario.faults()) {
            scope = scope.and(scope(type(step), step.spec(), scenario.target()));
        }
        for (Probe probe : scenario.probes()) {
            if (probe.check() instanceof ProbeCheck.Ready ready) {
                scope = scope.and(new Scope(
                        scenario.target().namespace(),
                        // its percentage is of the lower limit of an autoscaler, where there is one
                        Set.of(ready.workload().kind().type(), ResourceType.AUTOSCALER)));
            }
        }
        return scope;
    }

    private FaultType<?> type(FaultStep step) {
        return types.stream()
                .filter(t -> t.name().equals(step.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of fault is called " + step.type()));
    }

    private FaultPlan plan(FaultStep step, Target target, ClusterView view, Moment moment) {
        return planned(type(step), step.spec(), target, view, moment);
    }

    private static <S extends FaultSpec> Scope scope(FaultType<S> type, FaultSpec spec, Target target) {
        return type.scope(type.spec().cast(spec), target);
    }

    private static <S extends FaultSpec> FaultPlan planned(
            FaultType<S> type, FaultSpec spec, Target target, ClusterView view, Moment moment) {
        return type.plan(type.spec().cast(spec), target, view, moment);
    }

    /** The values that we will own are the server's, not the ones we sent. */
    private FaultPlan preview(FaultPlan plan, String manager) {
        if (!(plan instanceof FaultPlan.Planned planned)) {
            return plan;
        }
        try {
            return planned.with(planned.changes().stream()
                    .map(c -> writer.preview(c, manager))
                    .toList());
        } catch (ClusterException e) {
            return switch (e.kind()) {
                case INVALID, FORBIDDEN, NOT_FOUND, CONFLICT, TOO_LARGE ->
                    new FaultPlan.Impossible(List.of("the API server refuses the change: " + e.getMessage()));
                case UNREACHABLE, CERTIFICATE, UNAUTHENTICATED, UNAVAILABLE, CONFIGURATION -> throw e;
            };
        }
    }
}
