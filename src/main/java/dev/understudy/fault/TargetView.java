package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ResourceType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a planner wants to know of the target again and again.
 *
 * @param workload the target as it was seen
 */
public record TargetView(Target target, ClusterObject workload, ClusterView view) {
    /** Types that must be in the scope of a planner that asks for pods. */
    public static final Set<ResourceType> TYPES = Set.of(ResourceType.POD, ResourceType.REPLICA_SET);

    /** Returns the target as it stands in the view; empty when it is not there. */
    public static Optional<TargetView> of(Target target, ClusterView view) {
        return view.find(target.object()).map(workload -> new TargetView(target, workload, view));
    }

    /** The plan of a fault whose target is not there. */
    public static FaultPlan missing(Target target) {
        return new FaultPlan.Impossible(target.object() + " does not exist; check the scenario's target");
    }

    /** Returns the pods that belong to the target, directly or through its ReplicaSets, by name. */
    public List<ClusterObject> pods() {
        Set<String> owners = view.all(ResourceType.REPLICA_SET).stream()
                .filter(set -> controlledBy(set, Set.of(workload.uid())))
                .map(ClusterObject::uid)
                .collect(Collectors.toCollection(HashSet::new));
        owners.add(workload.uid());
        return view.all(ResourceType.POD).stream()
                .filter(pod -> controlledBy(pod, owners))
                .toList();
    }

    /** Returns its pods that are neither at their end nor on their way to it. */
    public List<ClusterObject> livingPods() {
        return pods().stream().filter(TargetView::lives).toList();
    }

    /** Tells whether a pod is neither at its end nor on its way to it. */
    public static boolean lives(ClusterObject pod) {
        return text(pod, "metadata.deletionTimestamp").isEmpty()
                && !Set.of("Succeeded", "Failed").contains(text(pod, "status.phase"));
    }

    /** Returns the autoscaler of the target; the scope must hold autoscalers. */
    public Optional<ClusterObject> autoscaler() {
        return view.all(ResourceType.AUTOSCALER).stream()
                .filter(a -> text(a, "spec.scaleTargetRef.kind")
                        .equals(target.workload().kind().word()))
                .filter(a -> text(a, "spec.scaleTargetRef.name")
                        .equals(target.workload().name()))
                .findFirst();
    }

    /** Returns a field's value as text; empty when it is absent. */
    public static String text(ClusterObject object, String path) {
        return object.json(FieldPath.of(path)).map(Object::toString).orElse("");
    }

    /** Tells whether some controller owns the object. */
    public static boolean isControlled(ClusterObject object) {
        return owners(object).anyMatch(owner -> Boolean.TRUE.equals(owner.get("controller")));
    }

    /** Tells whether one of these uids controls the object. */
    public static boolean controlledBy(ClusterObject object, Set<String> uids) {
        return owners(object)
                .anyMatch(owner -> Boolean.TRUE.equals(owner.get("controller"))
                        && uids.contains(String.valueOf(owner.get("uid"))));
    }

    private static Stream<Map<?, ?>> owners(ClusterObject object) {
        return object.json(FieldPath.of("metadata.ownerReferences")).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .filter(Map.class::isInstance)
                .map(owner -> (Map<?, ?>) owner);
    }
}
