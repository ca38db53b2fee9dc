package dev.understudy.fault;

import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets or removes an environment variable of a container, and so rolls out pods that run with it. */
public final class EnvFault implements FaultType<EnvFault.Spec> {
    /**
     * What a file says about it.
     *
     * @param container which container of the pod template; null for the only one
     * @param name of the variable
     * @param value what it holds then; null to remove it
     * @param allAtOnce whether all old pods go before new ones are ready
     */
    public record Spec(
            @SpecField("container of the target's pods; the only one when not given") @Nullable
            String container,

            @SpecField("name of the variable") String name,

            @SpecField("what it holds then; the variable is removed when not given") @Nullable
            String value,

            @SpecField(value = "replaces all pods at once; not for a StatefulSet", byDefault = "false")
            boolean allAtOnce)
            implements FaultSpec {
        private String variable() {
            return "env[name=\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
        }
    }

    @Override
    public String name() {
        return "env";
    }

    @Override
    public String summary() {
        return "sets or removes an environment variable of a container";
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
        all.add(TemplateContainer.field(target, spec.container(), spec.variable()));
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TemplateContainer.plan(target, view, spec.container(), container -> plan(spec, container));
    }

    private static FaultPlan plan(Spec spec, TemplateContainer container) {
        String variable = spec.variable();
        if (spec.value() == null) {
            return container.at(variable) instanceof FieldValue.Absent
                    ? new FaultPlan.Impossible(container + " has no variable " + spec.name()
                            + " of its own; what it takes from a whole ConfigMap or Secret is changed by config")
                    : container.rollout().of(List.of(container.remove(variable)), spec.allAtOnce());
        }
        if (container.at(variable + ".value").equals(new FieldValue.Json(spec.value()))) {
            return new FaultPlan.Impossible(
                    "variable " + spec.name() + " of " + container + " holds that value already; choose another");
        }
        List<FieldEdit> edits = new ArrayList<>();
        if (container.at(variable + ".valueFrom") instanceof FieldValue.Json) {
            // a variable has one source; where it came from comes back with the undo
            edits.add(container.remove(variable + ".valueFrom"));
        }
        edits.add(container.set(variable + ".value", spec.value()));
        return container.rollout().of(edits, spec.allAtOnce());
    }
}
