package dev.understudy.guard;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.fault.FaultPlan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a drill may act, whatever the fault: in namespaces and on nodes whose owners allow it, and on pods of such
 * namespaces wherever they run. Other objects without a namespace are only created, and only where they are about such
 * namespaces alone.
 *
 * @param home the target namespace, which preflight judges on its own
 */
record Territory(String home, ClusterView view) {
    private static final String ALLOW = " " + Preflight.OPT_IN + "=allowed'";

    /** Returns why the changes of these faults must not be made, each reason once. */
    List<Refusal> refusals(List<PlannedFault> faults) {
        Set<Refusal> all = new LinkedHashSet<>();
        Set<String> namespaces = new TreeSet<>();
        for (PlannedFault fault : faults) {
            if (fault.plan() instanceof FaultPlan.Planned planned) {
                planned.podsHit().forEach(pod -> namespaces.add(pod.namespace()));
                for (Change change : planned.changes()) {
                    namespaces.add(change.object().namespace());
                    clusterScoped(change).ifPresent(all::add);
                }
            }
        }
        namespaces.removeAll(Set.of("", home));
        namespaces.forEach(name -> namespace(name).ifPresent(all::add));
        return List.copyOf(all);
    }

    private Optional<Refusal> namespace(String name) {
        if (name.startsWith("kube-")) {
            return Optional.of(new Refusal(
                    "a fault would touch namespace " + name + ", which belongs to Kubernetes",
                    "drills never act there; choose other nodes or objects"));
        }
        return allows(new ObjectRef(ResourceType.NAMESPACE, "", name))
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "a fault would touch namespace " + name + ", which does not allow drills",
                        "its owner allows them with 'kubectl label namespace " + name + ALLOW));
    }

    private boolean allows(ObjectRef ref) {
        return view.find(ref).filter(Preflight::optedIn).isPresent();
    }

    private Optional<Refusal> clusterScoped(Change change) {
        ObjectRef object = change.object();
        if (object.type().namespaced()) {
            return Optional.empty();
        }
        return switch (change) {
            case Change.Edit edit
            when edit.object().type().equals(ResourceType.NODE) ->
                allows(object)
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                object + " does not allow drills",
                                "its owner allows them with 'kubectl label node " + object.name() + ALLOW));
            case Change.Create create -> new Reach(create.manifest(), view).refusal(object);
            case Change.Edit _, Change.Delete _, Change.RemovePod _ ->
                Optional.of(new Refusal(
                        object + " belongs to the whole cluster",
                        "drills create such objects and never edit or delete them"));
        };
    }

    /** Tells whether a namespace, as it was seen, may be acted on. */
    static boolean isOurs(ClusterObject namespace) {
        return Preflight.optedIn(namespace) && !namespace.ref().name().startsWith("kube-");
    }
}
