package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deletes pods of the target without asking its disruption budget; their controller replaces them. */
public final class PodKillFault implements FaultType<PodKillFault.Spec> {
    /**
     * What a file says about it.
     *
     * @param mode how many of the target's living pods
     * @param value for the modes that need one
     * @param selector which of them may be chosen; null for all
     * @param gracePeriod whole seconds that the containers get to end, zero to forget the pod at once; null for the time
     *     that the pod itself asks for
     * @param allowDataLoss whether pods with emptyDir data may be chosen
     */
    public record Spec(
            @SpecField(value = "how many of the target's living pods", byDefault = "one")
            Mode mode,

            @SpecField(value = "how many pods, or how many percent of them", min = 1, max = 10_000) @Nullable
            Integer value,

            @SpecField("which pods of the target may be chosen; all when not given") @Nullable
            LabelSelector selector,

            @SpecField("whole seconds that its containers get to end, 0s to kill; what the pod asks for when not given")
            @Nullable
            Duration gracePeriod,

            @SpecField(value = "whether pods with emptyDir data may be chosen", byDefault = "false")
            boolean allowDataLoss)
            implements FaultSpec {
        /** @throws IllegalArgumentException when mode and value do not fit, or the grace is no number of seconds */
        public Spec {
            Selection.check(mode, value);
            if (gracePeriod != null && gracePeriod.getNano() != 0) {
                throw new IllegalArgumentException("gracePeriod is in whole seconds, and so not " + gracePeriod);
            }
        }

        private PodRemovals removals() {
            return new PodRemovals(new Selection(mode, value), selector, allowDataLoss);
        }

        private @Nullable Integer grace() {
            return gracePeriod == null ? null : (Integer) Math.toIntExact(gracePeriod.toSeconds());
        }
    }

    @Override
    public String name() {
        return "podKill";
    }

    @Override
    public String summary() {
        return "deletes pods of the target; their controller replaces them";
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
        all.add(Permission.all(ResourceType.POD, target.namespace(), "delete"));
        return all;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Optional<Spec> hittingAll(Spec spec) {
        return Optional.of(new Spec(Mode.ALL, null, spec.selector(), spec.gracePeriod(), spec.allowDataLoss()));
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TargetView.of(target, view)
                .map(seen -> spec.removals()
                        .plan(
                                seen,
                                moment.seed(),
                                pod -> new Change.RemovePod(pod.ref(), pod.uid(), false, spec.grace())))
                .orElseGet(() -> TargetView.missing(target));
    }
}
