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
import dev.understudy.cluster.WorkloadKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scales a workload to a number of replicas: the workload is there, its pods are not. Refused where a
 * HorizontalPodAutoscaler would take it back at once (any number but 0), and where it would change nothing.
 */
public final class ScaleFault implements FaultType<Scale> {
    private static final FieldPath REPLICAS = FieldPath.of("spec.replicas");

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String summary() {
        return "scales the target workload to a number of replicas, 0 to lose it";
    }

    @Override
    public Class<Scale> spec() {
        return Scale.class;
    }

    @Override
    public Scope scope(Target target) {
        return new Scope(
                target.namespace(),
                Set.of(target.object().type(), ResourceType.POD, ResourceType.REPLICA_SET, ResourceType.AUTOSCALER));
    }

    @Override
    public Set<Permission> permissions(Scale spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(target).permissions());
        all.addAll(Permission.verbs(target.object(), "get", "patch"));
        return all;
    }

    @Override
    public Set<FieldPath> fields(Scale spec) {
        return Set.of(REPLICAS);
    }

    @Override
    public FaultPlan plan(Scale spec, Target target, ClusterView view, Moment moment) {
        if (target.workload().kind() == WorkloadKind.DAEMON_SET) {
            return impossible(target.object() + " has no number of replicas: it runs one pod on each node;"
                    + " choose another kind of fault");
        }
        Optional<ClusterObject> found = view.find(target.object());
        if (found.isEmpty()) {
            return impossible(target.object() + " does not exist; check the scenario's target");
        }
        ClusterObject workload = found.get();
        int now = workload.number("spec.replicas", 1);
        Optional<ClusterObject> scaler = autoscaler(target, view);
        if (scaler.isPresent() && spec.replicas() != 0) {
            return impossible(scaler.get().ref() + " would scale " + target.workload() + " back at once;"
                    + " use replicas 0 (an autoscaler stands aside at 0) or remove it for the drill");
        }
        if (now == spec.replicas()) {
            return impossible(target.object() + " has " + now + " replicas already; choose another number");
        }
        Set<ObjectRef> pods = podsOf(workload, view);
        int lost = Math.max(0, now - spec.replicas());
        return new FaultPlan.Planned(
                List.of(new Change.Edit(
                        target.object(),
                        workload.uid(),
                        List.of(new FieldEdit(REPLICAS, workload.at(REPLICAS), new FieldValue.Json(spec.replicas()))))),
                // which of its pods a controller removes is its own choice; their number is what counts
                new HashSet<>(pods.stream().sorted().limit(lost).toList()),
                Math.max(now, pods.size()));
    }

    private static FaultPlan impossible(String reason) {
        return new FaultPlan.Impossible(List.of(reason));
    }

    private static Optional<ClusterObject> autoscaler(Target target, ClusterView view) {
        return view.all(ResourceType.AUTOSCALER).stream()
                .filter(a -> text(a, "spec.scaleTargetRef.kind")
                        .equals(target.workload().kind().word()))
                .filter(a -> text(a, "spec.scaleTargetRef.name")
                        .equals(target.workload().name()))
                .findFirst();
    }

    private static Set<ObjectRef> podsOf(ClusterObject workload, ClusterView view) {
        Set<String> owners = new HashSet<>(Set.of(workload.uid()));
        view.all(ResourceType.REPLICA_SET).stream()
                .filter(rs -> ownedBy(rs, owners))
                .map(ClusterObject::uid)
                .toList()
                .forEach(owners::add);
        Set<ObjectRef> pods = new HashSet<>();
        view.all(ResourceType.POD).stream()
                .filter(pod -> ownedBy(pod, owners))
                .map(ClusterObject::ref)
                .forEach(pods::add);
        return pods;
    }

    private static boolean ownedBy(ClusterObject object, Set<String> uids) {
        return object.json(FieldPath.of("metadata.ownerReferences")).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .anyMatch(owner -> owner instanceof Map<?, ?> map
                        && Boolean.TRUE.equals(map.get("controller"))
                        && uids.contains(String.valueOf(map.get("uid"))));
    }

    private static String text(ClusterObject object, String path) {
        return object.json(FieldPath.of(path)).map(Object::toString).orElse("");
    }
}
