package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Creates any objects and removes them again: what no other fault can do, and the experiments of Chaos Mesh and Litmus, which
 * are waited for until their controller has injected them, and again until it has recovered them.
 */
public final class ManifestFault implements FaultType<ManifestFault.Spec> {
    /**
     * What a file says about it.
     *
     * @param objects whole manifests, each with apiVersion, kind and metadata.name
     * @param resources plurals by kind, of kinds that are not known
     */
    public record Spec(
            @SpecField("the objects: apiVersion, kind, metadata and whatever else they have")
            List<Map<String, Object>> objects,

            @SpecField("plurals of kinds that Kubernetes does not bring along: {Certificate: certificates}")
            Map<String, String> resources)
            implements FaultSpec {
        /** @throws IllegalArgumentException when an object is none, cannot be taken back, or would block the undo */
        public Spec {
            objects = List.copyOf(objects);
            resources = Map.copyOf(resources);
            if (objects.isEmpty()) {
                throw new IllegalArgumentException("objects must name at least one");
            }
            for (Map<String, Object> object : objects) {
                new FreeObject(object, resources).check();
            }
        }

        private List<FreeObject> all() {
            return objects.stream()
                    .map(object -> new FreeObject(object, resources))
                    .toList();
        }
    }

    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public String summary() {
        return "creates any objects and removes them again, experiments of Chaos Mesh and Litmus among them";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public boolean endsByItself(Spec spec) {
        return spec.all().stream().anyMatch(FreeObject::endsByItself);
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        Set<ResourceType> types = new HashSet<>(TargetView.TYPES);
        types.add(target.object().type());
        Scope scope = new Scope(target.namespace(), types)
                .with(spec.all().stream().map(o -> o.ref(target.namespace())).toArray(ObjectRef[]::new));
        return spec.all().stream().allMatch(o -> o.type().namespaced()) ? scope : scope.withAll(ResourceType.NAMESPACE);
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(spec, target).permissions());
        spec.all().forEach(o -> all.addAll(Permission.verbs(o.ref(target.namespace()), "get", "create", "delete")));
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        List<String> reasons = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Set<ObjectRef> hit = new HashSet<>();
        for (FreeObject object : spec.all()) {
            ObjectRef ref = object.ref(target.namespace());
            object.elsewhere(target.namespace()).ifPresent(reasons::add);
            if (view.find(ref).isPresent()) {
                reasons.add(ref + " is there already; choose another name");
            }
            changes.add(object.created(target.namespace(), Token.of(moment, ref.toString())));
            switch (new ChaosReach(object.json(), target.namespace(), view).pods(moment)) {
                case ChaosReach.Known(Set<ObjectRef> pods) -> hit.addAll(pods);
                case ChaosReach.Beyond(String why) -> reasons.add(ref + " " + why);
                case ChaosReach.Unknown _ ->
                    warnings.add(ref + ": which pods it hits is not known, so the blast radius does not count them");
            }
        }
        int pods = TargetView.of(target, view).map(seen -> seen.pods().size()).orElse(0);
        return reasons.isEmpty()
                ? new FaultPlan.Planned(changes, hit, pods, warnings)
                : new FaultPlan.Impossible(reasons);
    }
}
