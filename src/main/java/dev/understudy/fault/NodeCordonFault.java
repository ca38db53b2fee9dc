package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Scope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps new pods away from nodes; who is there stays. It shows when pods have to find a new place. */
public final class NodeCordonFault implements FaultType<NodeCordonFault.Spec> {
    private static final FieldPath UNSCHEDULABLE = FieldPath.of("spec.unschedulable");

    /**
     * What a file says about it.
     *
     * @param nodes null for one on which the target's pods run
     */
    public record Spec(
            @SpecField("which nodes; one on which the target's pods run when not given") @Nullable
            Nodes nodes) implements FaultSpec {}

    @Override
    public String name() {
        return "nodeCordon";
    }

    @Override
    public String summary() {
        return "keeps new pods away from nodes";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        return Nodes.scope(target);
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        return Nodes.permissions(target);
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TargetView.of(target, view)
                .map(seen -> plan(Nodes.orAny(spec.nodes()).choose(seen, moment), seen))
                .orElseGet(() -> TargetView.missing(target));
    }

    private static FaultPlan plan(Selection.Choice choice, TargetView seen) {
        return switch (choice) {
            case Selection.Choice.None(String why) -> new FaultPlan.Impossible(why);
            case Selection.Choice.Chosen(List<ClusterObject> nodes) -> {
                List<String> already = nodes.stream()
                        .filter(NodeCordonFault::isCordoned)
                        .map(node -> node.ref() + " is cordoned already; choose other nodes")
                        .toList();
                yield already.isEmpty()
                        ? new FaultPlan.Planned(
                                nodes.stream().map(NodeCordonFault::cordon).toList(),
                                Set.of(),
                                seen.pods().size())
                        : new FaultPlan.Impossible(already);
            }
        };
    }

    static boolean isCordoned(ClusterObject node) {
        return node.at(UNSCHEDULABLE).equals(new FieldValue.Json(true));
    }

    static Change cordon(ClusterObject node) {
        FieldEdit edit = new FieldEdit(UNSCHEDULABLE, node.at(UNSCHEDULABLE), new FieldValue.Json(true));
        return new Change.Edit(node.ref(), node.uid(), List.of(edit));
    }
}
