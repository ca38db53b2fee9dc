package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a Service select pods by a label that they do not carry: they run and are ready, and nobody reaches them. The
 * selector is one field to Kubernetes, so it is set and taken back as a whole.
 */
public final class ServiceSelectorFault implements FaultType<ServiceSelectorFault.Spec> {
    private static final FieldPath SELECTOR = FieldPath.of("spec.selector");
    private static final FieldPath TEMPLATE_LABELS = FieldPath.of("spec.template.metadata.labels");
    /** What no pod is labelled with, unless somebody means to. */
    private static final String NOWHERE = "nowhere-";

    /**
     * What a file says about it.
     *
     * @param service null for the only Service that selects the target's pods
     * @param label which label of the selector; null for the first by name
     * @param value null for a value that matches nothing
     */
    public record Spec(
            @SpecField("the Service; the only one that selects the target's pods when not given") @Nullable
            String service,

            @SpecField("the label that gets another value; the selector's first by name when not given") @Nullable
            String label,

            @SpecField("that value; one that matches nothing when not given") @Nullable
            String value)
            implements FaultSpec {}

    @Override
    public String name() {
        return "serviceSelector";
    }

    @Override
    public String summary() {
        return "lets a Service select other pods than its own, or none";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        Set<ResourceType> types = new HashSet<>(TargetView.TYPES);
        types.addAll(Set.of(target.object().type(), ResourceType.SERVICE));
        return new Scope(target.namespace(), types);
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(spec, target).permissions());
        for (String verb : List.of("get", "patch")) {
            all.add(
                    spec.service() == null
                            ? Permission.all(ResourceType.SERVICE, target.namespace(), verb)
                            : Permission.of(service(spec.service(), target), verb));
        }
        return all;
    }

    @Override
    public Set<FieldOf> fields(Spec spec, Target target) {
        return spec.service() == null ? Set.of() : Set.of(new FieldOf(service(spec.service(), target), SELECTOR));
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TargetView.of(target, view)
                .map(seen -> plan(spec, seen, moment))
                .orElseGet(() -> TargetView.missing(target));
    }

    private static FaultPlan plan(Spec spec, TargetView seen, Moment moment) {
        List<ClusterObject> candidates = spec.service() == null
                ? services(seen)
                : seen.view().find(service(spec.service(), seen.target())).stream()
                        .toList();
        if (candidates.size() != 1) {
            return new FaultPlan.Impossible(choice(spec, candidates, seen.target()));
        }
        ClusterObject service = candidates.getFirst();
        Map<String, String> before = selector(service);
        if (before.isEmpty()) {
            return new FaultPlan.Impossible(service.ref() + " selects no pods; name a Service with a selector");
        }
        String label = spec.label() == null ? new TreeMap<>(before).firstKey() : spec.label();
        String value = spec.value() == null ? NOWHERE + Long.toHexString(moment.seed()) : spec.value();
        Map<String, String> after = new TreeMap<>(before);
        after.put(label, value);
        if (after.equals(before)) {
            return new FaultPlan.Impossible(
                    service.ref() + " selects " + label + "=" + value + " already; choose another value");
        }
        return planned(seen, service, before, after);
    }

    private static FaultPlan planned(
            TargetView seen, ClusterObject service, Map<String, String> before, Map<String, String> after) {
        Set<ObjectRef> found = selected(seen, after);
        Set<ObjectRef> lost = new HashSet<>(selected(seen, before));
        lost.removeAll(found);
        if (lost.isEmpty() && !found.isEmpty()) {
            return new FaultPlan.Impossible(
                    service.ref() + " would lose no pod: all carry that label too; choose another value");
        }
        FieldEdit edit = new FieldEdit(SELECTOR, service.at(SELECTOR), new FieldValue.Json(after));
        return new FaultPlan.Planned(
                List.of(new Change.Edit(service.ref(), service.uid(), List.of(edit))),
                lost,
                seen.pods().size(),
                found.isEmpty()
                        ? List.of()
                        : List.of(service.ref() + " will still reach pods: " + found.size()
                                + " carry the labels that it then selects by"));
    }

    private static String choice(Spec spec, List<ClusterObject> candidates, Target target) {
        if (spec.service() != null) {
            return service(spec.service(), target) + " does not exist; check 'service'";
        }
        return candidates.isEmpty()
                ? "no Service selects the pods of " + target.object() + "; name one with 'service'"
                : "several Services select the pods of " + target.object() + ": "
                        + candidates.stream().map(s -> s.ref().name()).collect(Collectors.joining(", "))
                        + "; name one with 'service'";
    }

    /** Services that select the pods that the target makes, whether there are any now or not. */
    private static List<ClusterObject> services(TargetView seen) {
        Map<String, String> labels = labels(seen.workload(), TEMPLATE_LABELS);
        return seen.view().all(ResourceType.SERVICE).stream()
                .filter(s -> s.ref().namespace().equals(seen.target().namespace()))
                .filter(s -> !selector(s).isEmpty()
                        && labels.entrySet().containsAll(selector(s).entrySet()))
                .toList();
    }

    private static Set<ObjectRef> selected(TargetView seen, Map<String, String> selector) {
        LabelSelector labels = new LabelSelector(selector, List.of());
        return seen.view().all(ResourceType.POD).stream()
                .filter(pod -> pod.ref().namespace().equals(seen.target().namespace()))
                .filter(pod -> TargetView.lives(pod) && labels.selects(pod))
                .map(ClusterObject::ref)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> selector(ClusterObject service) {
        return labels(service, SELECTOR);
    }

    private static Map<String, String> labels(ClusterObject object, FieldPath path) {
        Map<String, String> labels = new TreeMap<>();
        object.json(path)
                .ifPresent(
                        map -> ((Map<?, ?>) map).forEach((k, v) -> labels.put(String.valueOf(k), String.valueOf(v))));
        return labels;
    }

    private static ObjectRef service(String name, Target target) {
        return new ObjectRef(ResourceType.SERVICE, target.namespace(), name);
    }
}
