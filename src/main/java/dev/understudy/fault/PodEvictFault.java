package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evicts pods of the target, as the drain of a node does: their disruption budget is asked. What it holds back is tried
 * again until the fault ends.
 */
public final class PodEvictFault implements FaultType<PodEvictFault.Spec> {
    /**
     * What a file says about it.
     *
     * @param mode how many of the target's living pods
     * @param value for the modes that need one
     * @param selector which of them may be chosen; null for all
     * @param allowDataLoss whether pods with emptyDir data may be chosen
     */
    public record Spec(
            @SpecField(value = "how many of the target's living pods", byDefault = "one")
            Mode mode,

            @SpecField(value = "how many pods, or how many percent of them", min = 1, max = 10_000) @Nullable
            Integer value,

            @SpecField("which pods of the target may be chosen; all when not given") @Nullable
            LabelSelector selector,

            @SpecField(value = "whether pods with emptyDir data may be chosen", byDefault = "false")
            boolean allowDataLoss)
            implements FaultSpec {
        /** @throws IllegalArgumentException when mode and value do not fit */
        public Spec {
            Selection.check(mode, value);
        }

        private PodRemovals removals() {
            return new PodRemovals(new Selection(mode, value), selector, allowDataLoss);
        }
    }

    @Override
    public String name() {
        return "podEvict";
    }

    @Override
    public String summary() {
        return "evicts pods of the target, as far as their disruption budget allows";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        return new Scope(target.namespace(), Set.of(target.object().type()))
                .and(new Scope(target.namespace(), TargetView.TYPES));
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(spec, target).permissions());
        all.add(Permission.all(ResourceType.POD, target.namespace(), "get"));
        all.add(Permission.all(ResourceType.POD, target.namespace(), "create").on("eviction"));
        return all;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Optional<Spec> hittingAll(Spec spec) {
        return Optional.of(new Spec(Mode.ALL, null, spec.selector(), spec.allowDataLoss()));
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TargetView.of(target, view)
                .map(seen -> spec.removals()
                        .plan(seen, moment.seed(), pod -> new Change.RemovePod(pod.ref(), pod.uid(), true)))
                .orElseGet(() -> TargetView.missing(target));
    }
}
