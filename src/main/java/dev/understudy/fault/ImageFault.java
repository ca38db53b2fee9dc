package dev.understudy.fault;

import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rolls out another image, as a bad release does; the way back is a rollback. */
public final class ImageFault implements FaultType<ImageFault.Spec> {
    private static final String IMAGE = "image";

    /**
     * What a file says about it.
     *
     * @param container which container of the pod template; null for the only one
     * @param image the image of the bad release
     * @param allAtOnce whether all old pods go before new ones are ready
     */
    public record Spec(
            @SpecField("container of the target's pods; the only one when not given") @Nullable
            String container,

            @SpecField("image of the bad release") String image,

            @SpecField(value = "replaces all pods at once; not for a StatefulSet", byDefault = "false")
            boolean allAtOnce)
            implements FaultSpec {}

    @Override
    public String name() {
        return "image";
    }

    @Override
    public String summary() {
        return "rolls out another image, as a bad release does";
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
        all.add(TemplateContainer.field(target, spec.container(), IMAGE));
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TemplateContainer.plan(target, view, spec.container(), container -> plan(spec, container));
    }

    private static FaultPlan plan(Spec spec, TemplateContainer container) {
        return container.at(IMAGE).equals(new FieldValue.Json(spec.image()))
                ? new FaultPlan.Impossible(container + " runs " + spec.image() + " already; choose another image")
                : container.rollout().of(List.of(container.set(IMAGE, spec.image())), spec.allAtOnce());
    }
}
