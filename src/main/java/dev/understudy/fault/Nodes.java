package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes a fault is about.
 *
 * @param selector among which nodes; null for those on which the target's pods run
 * @param value for the modes that need one
 */
public record Nodes(
        @SpecField("among which nodes; those on which the target's pods run when not given") @Nullable
        LabelSelector selector,

        @SpecField(value = "how many of them", byDefault = "one")
        Mode mode,

        @SpecField("number or percentage, for the modes that need one") @Nullable
        Integer value) {
    /** @throws IllegalArgumentException when mode and value do not fit */
    public Nodes {
        new Selection(mode, value);
    }

    /** Returns what a file means that says nothing: one of those on which the target's pods run. */
    static Nodes orAny(@Nullable Nodes nodes) {
        return nodes == null ? new Nodes(null, Mode.ONE, null) : nodes;
    }

    /** What a fault of nodes must see: every node, the pods on them and whether their namespaces allow drills. */
    static Scope scope(Target target) {
        return new Scope(target.namespace(), Set.of(target.object().type(), ResourceType.REPLICA_SET))
                .withAll(ResourceType.NODE, ResourceType.POD, ResourceType.NAMESPACE);
    }

    /** What looking at and editing nodes takes; which ones is not known before the cluster was seen. */
    static Set<Permission> permissions(Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(target).permissions());
        all.add(Permission.all(ResourceType.NODE, "", "get"));
        all.add(Permission.all(ResourceType.NODE, "", "patch"));
        return all;
    }

    Selection.Choice choose(TargetView seen, Moment moment) {
        Set<String> homes = seen.livingPods().stream().map(Guest::nodeOf).collect(Collectors.toSet());
        var candidates = seen.view().all(ResourceType.NODE).stream()
                .filter(node -> selects(node, homes))
                .toList();
        String what =
                selector == null ? "nodes on which pods of " + seen.target().object() + " run" : "such nodes";
        return new Selection(mode, value).choose(candidates, what, moment.seed());
    }

    private boolean selects(ClusterObject node, Set<String> homes) {
        return selector == null ? homes.contains(node.ref().name()) : selector.selects(node);
    }
}
