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
import java.util.Optional;
import java.util.Set;

/**
 * Scales a workload to a number of replicas: the workload is there, its pods are not. Refused where a
 * HorizontalPodAutoscaler would take it back at once (any number but 0), and where it would change nothing.
 */
public final class ScaleFault implements FaultType<ScaleFault.Spec> {
    private static final FieldPath REPLICAS = FieldPath.of("spec.replicas");

    /**
     * What a file says about it.
     *
     * @param replicas wanted number of pods, 0 or more
     */
    public record Spec(
            @SpecField("wanted number of pods, 0 or more") int replicas) implements FaultSpec {}

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String summary() {
        return "scales the target workload to a number of replicas, 0 to lose it";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        return new Scope(
                target.namespace(),
                Set.of(target.object().type(), ResourceType.POD, ResourceType.REPLICA_SET, ResourceType.AUTOSCALER));
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(spec, target).permissions());
        all.addAll(Permission.verbs(target.object(), "get", "patch"));
        return all;
    }

    @Override
    public Set<FieldOf> fields(Spec spec, Target target) {
        return Set.of(new FieldOf(target.object(), REPLICAS));
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        if (target.workload().kind() == WorkloadKind.DAEMON_SET) {
            return new FaultPlan.Impossible(target.object()
                    + " has no number of replicas: it runs one pod on each node; choose another kind of fault");
        }
        return TargetView.of(target, view).map(seen -> plan(spec, seen)).orElseGet(() -> TargetView.missing(target));
    }

    private static FaultPlan plan(Spec spec, TargetView seen) {
        ObjectRef target = seen.target().object();
        int now = seen.workload().number("spec.replicas", 1);
        Optional<ClusterObject> scaler = seen.autoscaler();
        if (scaler.isPresent() && spec.replicas() != 0) {
            return new FaultPlan.Impossible(
                    scaler.get().ref() + " would scale " + seen.target().workload() + " back at once;"
                            + " use replicas 0 (an autoscaler stands aside at 0) or remove it for the drill");
        }
        if (now == spec.replicas()) {
            return new FaultPlan.Impossible(target + " has " + now + " replicas already; choose another number");
        }
        List<ObjectRef> pods = seen.pods().stream().map(ClusterObject::ref).toList();
        int lost = Math.max(0, now - spec.replicas());
        return new FaultPlan.Planned(
                List.of(new Change.Edit(
                        target,
                        seen.workload().uid(),
                        List.of(new FieldEdit(
                                REPLICAS, seen.workload().at(REPLICAS), new FieldValue.Json(spec.replicas()))))),
                // which of its pods a controller removes is its own choice; their number is what counts
                new HashSet<>(pods.stream().limit(lost).toList()),
                Math.max(now, pods.size()));
    }
}
