package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Taints nodes. New pods that do not tolerate the taint keep away; with {@code NoExecute} those that are there leave.
 * The taints of a node are one field to Kubernetes: they are set and taken back as a whole.
 */
public final class NodeTaintFault implements FaultType<NodeTaintFault.Spec> {
    private static final FieldPath TAINTS = FieldPath.of("spec.taints");

    /** What becomes of pods that do not tolerate a taint. */
    public enum Effect implements Spelled {
        NO_SCHEDULE("NoSchedule"),
        PREFER_NO_SCHEDULE("PreferNoSchedule"),
        NO_EXECUTE("NoExecute");

        private final String word;

        Effect(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * What a file says about it.
     *
     * @param nodes null for one on which the target's pods run
     * @param value null for none
     * @param allowDataLoss whether pods with emptyDir volumes may go, whose data goes with them; for NoExecute
     */
    public record Spec(
            @SpecField("which nodes; one on which the target's pods run when not given") @Nullable
            Nodes nodes,

            @SpecField("key of the taint") String key,

            @SpecField("value of the taint; none when not given") @Nullable
            String value,

            @SpecField("what it does to pods that do not tolerate it")
            Effect effect,

            @SpecField(value = "whether pods may go whose emptyDir data goes with them", byDefault = "false")
            boolean allowDataLoss)
            implements FaultSpec {
        /** @throws IllegalArgumentException when the key belongs to Kubernetes */
        public Spec {
            if (key.startsWith("node.kubernetes.io/") || key.startsWith("node-role.kubernetes.io/")) {
                throw new IllegalArgumentException(
                        "taints of Kubernetes itself come and go without us: use another key");
            }
        }

        private Map<String, Object> taint() {
            Map<String, Object> taint = new LinkedHashMap<>();
            taint.put("key", key);
            if (value != null) {
                taint.put("value", value);
            }
            taint.put("effect", effect.word());
            return taint;
        }
    }

    @Override
    public String name() {
        return "nodeTaint";
    }

    @Override
    public String summary() {
        return "taints nodes: pods that do not tolerate it keep away or leave";
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
                .map(seen -> switch (Nodes.orAny(spec.nodes()).choose(seen, moment)) {
                    case Selection.Choice.None(String why) -> new FaultPlan.Impossible(why);
                    case Selection.Choice.Chosen(List<ClusterObject> nodes) -> plan(nodes, spec, seen);
                })
                .orElseGet(() -> TargetView.missing(target));
    }

    private static FaultPlan plan(List<ClusterObject> nodes, Spec spec, TargetView seen) {
        List<String> already = nodes.stream()
                .filter(node -> taints(node).stream().anyMatch(taint -> same((Map<?, ?>) taint, spec)))
                .map(node -> node.ref() + " has a taint " + spec.key() + ":"
                        + spec.effect().word() + " already; choose another key or other nodes")
                .toList();
        if (!already.isEmpty()) {
            return new FaultPlan.Impossible(already);
        }
        List<Guest> leaving = spec.effect() == Effect.NO_EXECUTE
                ? Guest.of(nodes, seen.view()).stream()
                        .filter(guest -> !guest.tolerates(spec.taint()))
                        .toList()
                : List.of();
        List<String> reasons = leaving.stream()
                .flatMap(guest -> guest.refusal(spec.allowDataLoss()).stream())
                .toList();
        if (!reasons.isEmpty()) {
            return new FaultPlan.Impossible(reasons);
        }
        return new FaultPlan.Planned(
                nodes.stream().map(node -> taint(node, spec)).toList(),
                leaving.stream().map(guest -> guest.pod().ref()).collect(Collectors.toSet()),
                seen.pods().size());
    }

    private static boolean same(Map<?, ?> taint, Spec spec) {
        return spec.key().equals(taint.get("key")) && spec.effect().word().equals(taint.get("effect"));
    }

    private static Change taint(ClusterObject node, Spec spec) {
        List<Object> after = new ArrayList<>(taints(node));
        after.add(spec.taint());
        return new Change.Edit(
                node.ref(), node.uid(), List.of(new FieldEdit(TAINTS, node.at(TAINTS), new FieldValue.Json(after))));
    }

    private static List<?> taints(ClusterObject node) {
        return node.json(TAINTS).map(list -> (List<?>) list).orElse(List.of());
    }
}
