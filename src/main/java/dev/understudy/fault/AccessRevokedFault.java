package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a RoleBinding away: a person, a pipeline or an app may no longer do what it did. Whether we could give it back, and
 * whether it is not our own, the API server is asked when the change is previewed.
 */
public final class AccessRevokedFault implements FaultType<AccessRevokedFault.Spec> {
    /**
     * What a file says about it.
     *
     * @param roleBinding name in the target namespace
     */
    public record Spec(
            @SpecField("the RoleBinding of the target namespace that is taken away")
            String roleBinding) implements FaultSpec {}

    @Override
    public String name() {
        return "accessRevoked";
    }

    @Override
    public String summary() {
        return "takes a RoleBinding away: whom it binds may no longer do what they did";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        Set<ResourceType> types = new LinkedHashSet<>(TargetView.TYPES);
        types.add(target.object().type());
        return new Scope(target.namespace(), types).with(binding(spec, target));
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(spec, target).permissions());
        all.addAll(Permission.verbs(binding(spec, target), "get", "create", "patch", "delete"));
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        Optional<ClusterObject> binding = view.find(binding(spec, target));
        if (binding.isEmpty()) {
            return new FaultPlan.Impossible(binding(spec, target) + " does not exist; check 'roleBinding'");
        }
        List<String> reasons = reasons(binding.get());
        if (!reasons.isEmpty()) {
            return new FaultPlan.Impossible(reasons);
        }
        int pods = TargetView.of(target, view).map(seen -> seen.pods().size()).orElse(0);
        // what it looks like is read when the change is previewed, just before it is made
        return new FaultPlan.Planned(
                List.of(new Change.Delete(
                        binding.get().ref(), binding.get().uid(), binding.get().json(), "")),
                Set.of(),
                pods);
    }

    private static List<String> reasons(ClusterObject binding) {
        List<String> reasons = new ArrayList<>();
        if (isFilled(binding, "metadata.ownerReferences")) {
            reasons.add(binding.ref() + " has an owner, which would bring it back; choose another one");
        }
        if (isFilled(binding, "metadata.finalizers")) {
            reasons.add(binding.ref() + " has finalizers, somebody cleans up after it; choose another one");
        }
        if (!isFilled(binding, "subjects")) {
            reasons.add(binding.ref() + " binds nobody; choose another one");
        }
        return reasons;
    }

    private static boolean isFilled(ClusterObject object, String path) {
        return object.json(FieldPath.of(path))
                .filter(v -> v instanceof List<?> list && !list.isEmpty())
                .isPresent();
    }

    private static ObjectRef binding(Spec spec, Target target) {
        return new ObjectRef(ResourceType.ROLE_BINDING, target.namespace(), spec.roleBinding());
    }
}
