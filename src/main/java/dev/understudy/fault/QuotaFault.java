package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lets a namespace be full: a ResourceQuota is created. Who is there stays; who is missing does not come back. What our own
 * record needs is never counted, or the undo could be refused.
 */
public final class QuotaFault implements FaultType<QuotaFault.Spec> {
    /** What the record, its Secret and the guard Job are, in the words of quotas. */
    private static final Set<String> OURS = Set.of("configmaps", "secrets", "jobs.batch");

    /** Quotas that only count what asks for it, so that pods must say what they want. */
    private static final List<String> ASKED = List.of("cpu", "memory", "requests.", "limits.");

    /**
     * What a file says about it.
     *
     * @param hard limits by name, as in a ResourceQuota; empty for as many pods as there are
     */
    public record Spec(
            @SpecField("limits as in a ResourceQuota; when not given as many pods as there are")
            Map<String, Object> hard)
            implements FaultSpec {
        /** @throws IllegalArgumentException when a limit is no quantity, or on what our own record needs */
        public Spec {
            hard = Collections.unmodifiableMap(new LinkedHashMap<>(hard));
            hard.forEach((name, limit) -> {
                if (!(limit instanceof Number) && !(limit instanceof String)) {
                    throw new IllegalArgumentException(
                            "the limit on " + name + " must be a quantity, such as 3 or 512Mi");
                }
            });
            hard.keySet().stream()
                    .filter(name -> OURS.contains(name.startsWith("count/") ? name.substring(6) : name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(
                                "a quota on " + name + " could refuse the drill's own record: leave it out");
                    });
        }
    }

    @Override
    public String name() {
        return "quota";
    }

    @Override
    public String summary() {
        return "lets the namespace be full: pods that are missing do not come back";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        Set<ResourceType> types = new HashSet<>(TargetView.TYPES);
        types.addAll(Set.of(target.object().type(), ResourceType.QUOTA));
        return new Scope(target.namespace(), types);
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(spec, target).permissions());
        for (String verb : List.of("get", "create", "delete")) {
            all.add(Permission.all(ResourceType.QUOTA, target.namespace(), verb));
        }
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TargetView.of(target, view)
                .<FaultPlan>map(seen -> plan(spec, seen, moment))
                .orElseGet(() -> TargetView.missing(target));
    }

    private static FaultPlan plan(Spec spec, TargetView seen, Moment moment) {
        Map<String, String> hard = new TreeMap<>();
        spec.hard().forEach((name, limit) -> hard.put(name, limit.toString()));
        if (hard.isEmpty()) {
            hard.put("pods", String.valueOf(living(seen)));
        }
        String token = Token.of(moment, spec.toString());
        String namespace = seen.target().namespace();
        ObjectRef quota = new ObjectRef(ResourceType.QUOTA, namespace, "understudy-" + token.substring(8));
        Map<String, Object> manifest = Map.of(
                "apiVersion",
                quota.type().apiVersion(),
                "kind",
                quota.type().kind(),
                "metadata",
                Map.of("name", quota.name(), "namespace", namespace),
                "spec",
                Map.of("hard", hard));
        return new FaultPlan.Planned(
                List.of(new Change.Create(quota, manifest, token)),
                Set.of(),
                seen.pods().size(),
                warnings(hard, seen));
    }

    private static long living(TargetView seen) {
        return seen.view().all(ResourceType.POD).stream()
                .filter(pod -> pod.ref().namespace().equals(seen.target().namespace()))
                .filter(pod -> !Set.of("Succeeded", "Failed").contains(TargetView.text(pod, "status.phase")))
                .count();
    }

    private static List<String> warnings(Map<String, String> hard, TargetView seen) {
        List<String> warnings = new ArrayList<>();
        hard.keySet().stream()
                .filter(name -> ASKED.stream().anyMatch(name::startsWith))
                .forEach(name -> warnings.add("with a quota on " + name + " every new pod of the namespace is refused"
                        + " that does not say how much it wants"));
        seen.view()
                .all(ResourceType.QUOTA)
                .forEach(quota -> warnings.add(quota.ref() + " limits the namespace already; the stricter one counts"));
        return warnings;
    }
}
