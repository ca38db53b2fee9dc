package dev.understudy.guard;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.fault.FaultPlan;
import dev.understudy.fault.TargetView;
import dev.understudy.scenario.Participants.Enforcement;
import dev.understudy.scenario.Scenario;
import dev.understudy.schedule.Blackout;
import dev.understudy.schedule.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** May this drill begin? Reads top to bottom; every reason not to is given, not only the first. */
public final class Preflight {
    /** The label by which a namespace allows drills: its owner's consent, and anybody's emergency stop. */
    public static final String OPT_IN = "understudy.dev/drills";

    private static final String ALLOWED = "allowed";

    private Preflight() {}

    /** Tells whether a namespace allows drills now. */
    public static boolean optedIn(ClusterObject namespace) {
        return namespace.label(OPT_IN).filter(ALLOWED::equals).isPresent();
    }

    /** Returns why not to begin; empty when nothing stands in the way. */
    public static List<Refusal> refusals(
            Scenario scenario, ClusterView view, List<PlannedFault> faults, SortedSet<Permission> missing) {
        List<Refusal> all = new ArrayList<>();
        namespace(scenario.target().namespace(), view).ifPresent(all::add);
        if (scenario.responders().enforcement() != Enforcement.OBSERVE) {
            all.add(new Refusal("enforcement other than observe is not built yet", "set enforcement: observe"));
        }
        all.addAll(permissions(missing));
        plans(faults, all);
        all.addAll(new Territory(scenario.target().namespace(), view).refusals(faults));
        all.addAll(Overlaps.refusals(faults));
        blastRadius(scenario, view, faults, all);
        return List.copyOf(all);
    }

    /**
     * Returns a refusal for each blackout that a drill would run in.
     *
     * @param window from now until the drill is over at the latest
     */
    public static List<Refusal> blackouts(List<Blackout> blackouts, Window window) {
        List<Refusal> all = new ArrayList<>();
        for (Blackout blackout : blackouts) {
            blackout.meeting(window)
                    .map(closed -> blackout(blackout.name(), closed, window))
                    .ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static Refusal blackout(String name, Window closed, Window window) {
        return closed.holds(window.from())
                ? new Refusal("this is blackout '" + name + "', until " + closed.to(), "run it after that")
                : new Refusal(
                        "the drill may last until " + window.to() + ", and blackout '" + name + "' begins at "
                                + closed.from(),
                        "run it after " + closed.to() + ", or shorten guardrails.deadline");
    }

    /** Returns a refusal for each missing permission: all there is to say where we are not even allowed to look. */
    public static List<Refusal> permissions(SortedSet<Permission> missing) {
        return missing.stream()
                .map(permission -> new Refusal(
                        "the cluster does not allow us to " + permission,
                        "grant what 'understudy rbac' prints for this scenario"))
                .toList();
    }

    private static Optional<Refusal> namespace(String name, ClusterView view) {
        if (name.startsWith("kube-")) {
            return Optional.of(new Refusal("namespace " + name + " belongs to Kubernetes", "drills never act there"));
        }
        Optional<ClusterObject> namespace = view.find(new ObjectRef(ResourceType.NAMESPACE, "", name));
        if (namespace.isEmpty()) {
            return Optional.of(
                    new Refusal("namespace " + name + " does not exist", "check target.namespace and the context"));
        }
        if (!optedIn(namespace.get())) {
            return Optional.of(new Refusal(
                    "namespace " + name + " does not allow drills",
                    "its owner allows them with 'kubectl label namespace " + name + " " + OPT_IN + "=" + ALLOWED
                            + "'"));
        }
        return Optional.empty();
    }

    private static void plans(List<PlannedFault> faults, List<Refusal> all) {
        for (PlannedFault fault : faults) {
            if (fault.plan() instanceof FaultPlan.Impossible(List<String> reasons)) {
                reasons.forEach(why -> all.add(new Refusal(
                        "fault '" + fault.step().name() + "' (" + fault.step().type() + "): " + why, "")));
            }
        }
    }

    private static void blastRadius(Scenario scenario, ClusterView view, List<PlannedFault> faults, List<Refusal> all) {
        Set<ObjectRef> hit = new HashSet<>();
        int whole = 0;
        for (PlannedFault fault : faults) {
            if (fault.plan() instanceof FaultPlan.Planned planned) {
                hit.addAll(planned.podsHit());
                whole = Math.max(whole, planned.podsOfTarget());
            }
        }
        int maxPods = scenario.guardrails().blastRadius().maxPods();
        if (hit.size() > maxPods) {
            all.add(new Refusal(
                    "the faults would hit " + hit.size() + " pods and blastRadius.maxPods is " + maxPods,
                    "make the faults smaller or, if that is meant, raise maxPods"));
        }
        int ofTarget = ofTarget(hit, scenario, view);
        int maxPercent = scenario.guardrails().blastRadius().maxPercent();
        if (whole > 0 && ofTarget * 100L > (long) maxPercent * whole) {
            all.add(new Refusal(
                    "the faults would hit " + ofTarget + " of the target's " + whole
                            + " pods and blastRadius.maxPercent is " + maxPercent,
                    "make the faults smaller or, if that is meant, raise maxPercent"));
        }
    }

    /** Percent is of the target's pods; where it is not known which those are, every pod counts. */
    private static int ofTarget(Set<ObjectRef> hit, Scenario scenario, ClusterView view) {
        Set<ObjectRef> own = TargetView.of(scenario.target(), view).stream()
                .flatMap(seen -> seen.pods().stream())
                .map(ClusterObject::ref)
                .collect(Collectors.toSet());
        return own.isEmpty()
                ? hit.size()
                : (int) hit.stream().filter(own::contains).count();
    }
}
