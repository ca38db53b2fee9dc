package dev.understudy.guard;

import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.fault.FaultSpec;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.Target;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.ServiceName;
import dev.understudy.scenario.FaultStep;
import dev.understudy.scenario.Scenario;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everything that a scenario needs to be allowed, its undo and its record included, known without a cluster. */
public final class DrillPermissions {
    /** What is watched beside the target, to measure how far a fault really reaches. */
    public static final Set<ResourceType> BYSTANDERS = Set.of(
            ResourceType.DEPLOYMENT, ResourceType.STATEFUL_SET, ResourceType.DAEMON_SET, ResourceType.AUTOSCALER);

    private DrillPermissions() {}

    /** Returns all of it: what {@code plan} checks and {@code rbac} prints. */
    public static SortedSet<Permission> of(Scenario scenario, List<FaultType<?>> types) {
        SortedSet<Permission> all = new TreeSet<>();
        all.addAll(new Scope(scenario.target().namespace(), BYSTANDERS).permissions());
        scenario.faults().forEach(step -> all.addAll(fault(step, scenario.target(), types)));
        boolean secrets = all.stream().anyMatch(p -> p.type().equals(ResourceType.SECRET));
        all.addAll(record(scenario.target().namespace(), secrets));
        scenario.probes().forEach(probe -> all.addAll(probe(probe, scenario.target())));
        return all;
    }

    /** The record with its lock, the guard Job, the namespace's consent and the cluster's name. */
    private static Set<Permission> record(String namespace, boolean secrets) {
        SortedSet<Permission> all = new TreeSet<>();
        all.addAll(new Scope(namespace, Set.of(ResourceType.CONFIG_MAP)).permissions());
        all.addAll(Permission.verbs(new ObjectRef(ResourceType.NAMESPACE, "", "kube-system"), "get"));
        all.addAll(DrillRecord.permissions(namespace, secrets));
        return all;
    }

    private static Set<Permission> fault(FaultStep step, Target target, List<FaultType<?>> types) {
        return types.stream()
                .filter(type -> type.name().equals(step.type()))
                .findFirst()
                .map(type -> permissions(type, step.spec(), target))
                .orElseThrow(() -> new IllegalArgumentException("no kind of fault is called " + step.type()));
    }

    private static <S extends FaultSpec> Set<Permission> permissions(FaultType<S> type, FaultSpec spec, Target target) {
        return type.permissions(type.spec().cast(spec), target);
    }

    private static Set<Permission> probe(Probe probe, Target target) {
        return switch (probe.check()) {
            case ProbeCheck.Http http ->
                service(http.url())
                        .map(ref -> Set.of(Permission.all(ResourceType.SERVICE, ref.namespace(), "get")
                                .on("proxy")))
                        .orElse(Set.of());
            case ProbeCheck.Tcp tcp ->
                ServiceName.parse(tcp.host())
                        .map(service -> forwarding(service.namespace()))
                        .orElse(Set.of());
            // whoever asks a Prometheus asks nothing of the API server
            case ProbeCheck.Prometheus _ -> Set.of();
            case ProbeCheck.Ready ready ->
                new Scope(target.namespace(), Set.of(ready.workload().kind().type(), ResourceType.AUTOSCALER))
                        .permissions();
        };
    }

    /** Finding a ready pod behind a service, and reaching it; over a WebSocket the server asks for both verbs. */
    private static Set<Permission> forwarding(String namespace) {
        return Set.of(
                Permission.all(ResourceType.SERVICE, namespace, "get"),
                Permission.all(ResourceType.ENDPOINT_SLICE, namespace, "list"),
                Permission.all(ResourceType.POD, namespace, "get").on("portforward"),
                Permission.all(ResourceType.POD, namespace, "create").on("portforward"));
    }

    private static Optional<ObjectRef> service(String url) {
        String[] parts = String.valueOf(URI.create(url).getHost()).split("\\.", -1);
        return parts.length < 2
                ? Optional.empty()
                : Optional.of(new ObjectRef(ResourceType.SERVICE, parts[1], parts[0]));
    }
}
