package dev.understudy.fault;

import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldPath.Step;
import dev.understudy.cluster.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One container of the target's pod template. */
record TemplateContainer(TargetView seen, String name) {
    private static final FieldPath CONTAINERS = FieldPath.of("spec.template.spec.containers");
    /** Stands for the only container where a scenario names none. */
    private static final String ONLY = "*";

    /**
     * Finds the container that a scenario means and lets a fault plan with it.
     *
     * @param wanted its name; null for the only one
     */
    static FaultPlan plan(
            Target target, ClusterView view, @Nullable String wanted, Function<TemplateContainer, FaultPlan> planner) {
        TargetView seen = TargetView.of(target, view).orElse(null);
        if (seen == null) {
            return TargetView.missing(target);
        }
        List<String> names = names(seen);
        String all = String.join(", ", names);
        if (wanted == null) {
            return names.size() == 1
                    ? planner.apply(new TemplateContainer(seen, names.getFirst()))
                    : new FaultPlan.Impossible(
                            target.object() + " has several containers (" + all + "); say which with container");
        }
        return names.contains(wanted)
                ? planner.apply(new TemplateContainer(seen, wanted))
                : new FaultPlan.Impossible(target.object() + " has no container " + wanted + ", but " + all);
    }

    private static List<String> names(TargetView seen) {
        return seen.workload().json(CONTAINERS).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(container -> String.valueOf(((Map<?, ?>) container).get("name")))
                .toList();
    }

    /** Names a field of a container before it is known which one a scenario means. */
    static FieldOf field(Target target, @Nullable String container, String field) {
        return new FieldOf(target.object(), path(Objects.requireNonNullElse(container, ONLY), field));
    }

    private static FieldPath path(String container, String field) {
        List<Step> steps = new ArrayList<>(CONTAINERS.steps());
        steps.add(new Step.Element("name", container));
        steps.addAll(FieldPath.of(field).steps());
        return new FieldPath(steps);
    }

    /** Returns what a field of the container holds. */
    FieldValue at(String field) {
        return seen.workload().at(path(name, field));
    }

    /** Returns the edit that sets a field of the container. */
    FieldEdit set(String field, Object value) {
        return new FieldEdit(path(name, field), at(field), new FieldValue.Json(value));
    }

    /** Returns the edit that removes a field of the container. */
    FieldEdit remove(String field) {
        return new FieldEdit(path(name, field), at(field), FieldValue.ABSENT);
    }

    Rollout rollout() {
        return new Rollout(seen);
    }

    @Override
    public String toString() {
        return "container " + name + " of " + seen.target().object();
    }
}
