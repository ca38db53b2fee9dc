package dev.understudy.fault;

import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a container a startup probe that fails: its kubelet kills it a second after each start, and waits longer each
 * time before the next. Nothing of the image is needed for that, no command and no shell, so that it crashes for certain;
 * and a container whose startup probe fails is never ready, whatever its other probes say.
 */
public final class CrashLoopFault implements FaultType<CrashLoopFault.Spec> {
    private static final String PROBE = "startupProbe";

    /**
     * What a file says about it.
     *
     * @param container which container of the pod template; null for the only one
     * @param allAtOnce whether all old pods go before new ones are ready
     */
    public record Spec(
            @SpecField("container of the target's pods; the only one when not given") @Nullable
            String container,

            @SpecField(value = "replaces all pods at once; not for a StatefulSet", byDefault = "false")
            boolean allAtOnce)
            implements FaultSpec {}

    @Override
    public String name() {
        return "crashLoop";
    }

    @Override
    public String summary() {
        return "lets a container be killed and started again and again";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        return Rollout.scope(target);
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        return Rollout.permissions(target);
    }

    @Override
    public Set<FieldOf> fields(Spec spec, Target target) {
        Set<FieldOf> all = new LinkedHashSet<>(Rollout.fields(target, spec.allAtOnce()));
        all.add(TemplateContainer.field(target, spec.container(), PROBE));
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TemplateContainer.plan(target, view, spec.container(), container -> plan(spec, container));
    }

    private static FaultPlan plan(Spec spec, TemplateContainer container) {
        List<FieldEdit> edits = FailingProbe.of(container, PROBE, Map.of("terminationGracePeriodSeconds", 1));
        return edits.isEmpty()
                ? new FaultPlan.Impossible(container + " has such a startup probe already")
                : container.rollout().of(edits, spec.allAtOnce());
    }
}
