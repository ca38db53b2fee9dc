package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes nodes out of service as {@code kubectl drain} does: cordons them, then evicts every pod that leaves; those of
 * DaemonSets and static ones stay. Budgets are respected.
 */
public final class NodeDrainFault implements FaultType<NodeDrainFault.Spec> {
    /**
     * What a file says about it.
     *
     * @param nodes null for one on which the target's pods run
     * @param allowDataLoss whether pods with emptyDir volumes may go, whose data goes with them
     */
    public record Spec(
            @SpecField("which nodes; one on which the target's pods run when not given") @Nullable
            Nodes nodes,

            @SpecField(value = "whether pods may go whose emptyDir data goes with them", byDefault = "false")
            boolean allowDataLoss)
            implements FaultSpec {}

    @Override
    public String name() {
        return "nodeDrain";
    }

    @Override
    public String summary() {
        return "takes nodes out of service: cordons them and evicts their pods";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        return Nodes.scope(target).withAll(ResourceType.BUDGET);
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(Nodes.permissions(target));
        all.addAll(scope(spec, target).permissions());
        all.add(Permission.all(ResourceType.POD, "", "get"));
        all.add(Permission.all(ResourceType.POD, "", "create").on("eviction"));
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TargetView.of(target, view)
                .map(seen -> switch (Nodes.orAny(spec.nodes()).choose(seen, moment)) {
                    case Selection.Choice.None(String why) -> new FaultPlan.Impossible(why);
                    case Selection.Choice.Chosen(List<ClusterObject> nodes) -> plan(nodes, spec.allowDataLoss(), seen);
                })
                .orElseGet(() -> TargetView.missing(target));
    }

    private static FaultPlan plan(List<ClusterObject> nodes, boolean allowDataLoss, TargetView seen) {
        List<Guest> leaving = Guest.of(nodes, seen.view()).stream()
                .filter(guest -> !guest.isDaemon())
                .toList();
        List<String> reasons = leaving.stream()
                .flatMap(guest -> guest.refusal(allowDataLoss).stream())
                .toList();
        if (!reasons.isEmpty()) {
            return new FaultPlan.Impossible(reasons);
        }
        List<Change> changes = new ArrayList<>();
        nodes.stream()
                .filter(node -> !NodeCordonFault.isCordoned(node))
                .map(NodeCordonFault::cordon)
                .forEach(changes::add);
        List<ClusterObject> pods = leaving.stream().map(Guest::pod).toList();
        pods.forEach(pod -> changes.add(new Change.RemovePod(pod.ref(), pod.uid(), true)));
        if (changes.isEmpty()) {
            return new FaultPlan.Impossible("the nodes are cordoned and empty already; choose others");
        }
        return new FaultPlan.Planned(
                changes,
                pods.stream().map(ClusterObject::ref).collect(Collectors.toSet()),
                seen.pods().size(),
                budgets(pods, seen.view()));
    }

    /** Budgets that do not let all of these go at once; the rest goes as others become ready elsewhere. */
    private static List<String> budgets(List<ClusterObject> leaving, ClusterView view) {
        List<String> warnings = new ArrayList<>();
        for (ClusterObject budget : view.all(ResourceType.BUDGET)) {
            LabelSelector selector =
                    LabelSelector.of(budget.json(FieldPath.of("spec.selector")).orElse(null));
            long wanted = leaving.stream()
                    .filter(pod -> pod.ref().namespace().equals(budget.ref().namespace()) && selector.selects(pod))
                    .count();
            int allowed = budget.number("status.disruptionsAllowed", 0);
            if (wanted > allowed) {
                warnings.add(budget.ref() + " lets " + allowed + " of its pods go now and " + wanted
                        + " are to leave: some may stay");
            }
        }
        return warnings;
    }
}
