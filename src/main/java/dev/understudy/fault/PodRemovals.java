package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans the removal of some of the target's pods: only of such as a controller brings back and that hold nothing that
 * goes with them.
 *
 * @param selection how many of them
 * @param selector which may be chosen at all; null for all of the target's
 * @param allowDataLoss whether pods whose emptyDir volumes go with them may be chosen
 */
record PodRemovals(Selection selection, @Nullable LabelSelector selector, boolean allowDataLoss) {
    private static final String MIRROR = "metadata.annotations[\"kubernetes.io/config.mirror\"]";

    /** @param removal makes the change that removes a pod */
    FaultPlan plan(TargetView seen, long seed, Function<ClusterObject, Change> removal) {
        List<ClusterObject> living = seen.livingPods();
        List<ClusterObject> candidates = living.stream()
                .filter(pod -> selector == null || selector.selects(pod))
                .toList();
        return switch (selection.choose(candidates, what(seen), seed)) {
            case Selection.Choice.None(String why) -> new FaultPlan.Impossible(why + "; " + advice());
            case Selection.Choice.Chosen(List<ClusterObject> chosen) -> removed(chosen, living.size(), removal);
        };
    }

    private FaultPlan removed(List<ClusterObject> chosen, int all, Function<ClusterObject, Change> removal) {
        List<String> reasons = new ArrayList<>();
        chosen.forEach(pod -> reasons.addAll(reasons(pod)));
        return reasons.isEmpty()
                ? new FaultPlan.Planned(
                        chosen.stream().map(removal).toList(),
                        chosen.stream().map(ClusterObject::ref).collect(Collectors.toSet()),
                        all)
                : new FaultPlan.Impossible(reasons);
    }

    private List<String> reasons(ClusterObject pod) {
        ObjectRef ref = pod.ref();
        List<String> reasons = new ArrayList<>();
        if (!TargetView.text(pod, MIRROR).isEmpty()) {
            reasons.add(ref + " is a static pod: only its node can remove it; choose others by selector");
        }
        List<String> lost = emptyDirs(pod);
        if (!allowDataLoss && !lost.isEmpty()) {
            reasons.add(ref + " has data that goes with it (emptyDir " + String.join(", ", lost)
                    + "); set allowDataLoss: true if it can be missed");
        }
        return reasons;
    }

    private static List<String> emptyDirs(ClusterObject pod) {
        return pod.json(FieldPath.of("spec.volumes")).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .flatMap(volume -> volume instanceof Map<?, ?> map && map.containsKey("emptyDir")
                        ? List.of(String.valueOf(map.get("name"))).stream()
                        : List.<String>of().stream())
                .toList();
    }

    private String what(TargetView seen) {
        return "living pods of " + seen.target().workload()
                + (selector == null ? "" : " with the labels of the selector");
    }

    private String advice() {
        return selector == null
                ? "scale the target up or choose fewer pods"
                : "check the selector, scale the target up or choose fewer pods";
    }
}
