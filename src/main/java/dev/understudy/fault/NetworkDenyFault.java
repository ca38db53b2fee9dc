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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the target's pods off by a NetworkPolicy, from everybody or from some peers and ports. Policies only add
 * allowances: the new one allows all that is not denied, and is refused where another one selects these pods already.
 */
public final class NetworkDenyFault implements FaultType<NetworkDenyFault.Spec> {
    private static final List<Port> DNS = List.of(new Port(53, null, Protocol.TCP), new Port(53, null, Protocol.UDP));

    /** Which way connections are opened, seen from the target's pods. */
    public enum Direction implements Spelled {
        INGRESS("ingress", "Ingress", "from"),
        EGRESS("egress", "Egress", "to"),
        BOTH("both", "", "");

        private final String word;
        private final String type;
        private final String side;

        Direction(String word, String type, String side) {
            this.word = word;
            this.type = type;
            this.side = side;
        }

        @Override
        public String word() {
            return word;
        }

        private List<Direction> each() {
            return this == BOTH ? List.of(INGRESS, EGRESS) : List.of(this);
        }
    }

    /** Protocols that a policy tells apart. */
    public enum Protocol implements Spelled {
        TCP,
        UDP,
        SCTP;

        @Override
        public String word() {
            return name();
        }
    }

    /**
     * Ports that are denied; of the pods, not of their Services.
     *
     * @param endPort last port of a range; null for one port
     */
    public record Port(
            @SpecField(value = "port of the pods, not of a Service", min = 1, max = 65535)
            int port,

            @SpecField(value = "last port of a range", min = 1, max = 65535) @Nullable
            Integer endPort,

            @SpecField(value = "TCP, UDP or SCTP", byDefault = "TCP")
            Protocol protocol) {
        /** @throws IllegalArgumentException when a range ends before it begins */
        public Port {
            if (endPort != null && endPort < port) {
                throw new IllegalArgumentException("endPort must not be less than port");
            }
        }

        int last() {
            return endPort == null ? port : endPort;
        }
    }

    /**
     * Who is denied: pods, or addresses outside the cluster.
     *
     * @param podSelector null for all pods of the namespaces
     * @param namespaceSelector null for the target's namespace
     * @param cidr addresses that are no pods'
     */
    public record Peer(
            @SpecField("which pods; all of the namespaces when not given") @Nullable
            LabelSelector podSelector,

            @SpecField("in which namespaces; the target's when not given") @Nullable
            LabelSelector namespaceSelector,

            @SpecField("or which addresses outside the cluster, such as 192.0.2.0/24") @Nullable
            String cidr) {
        /** @throws IllegalArgumentException when it names nobody, or pods and addresses at once */
        public Peer {
            boolean pods = podSelector != null || namespaceSelector != null;
            if (pods == (cidr != null)) {
                throw new IllegalArgumentException(
                        "a peer has either podSelector and namespaceSelector, one or both, or cidr");
            }
            if (cidr != null) {
                AddressBlock.of(cidr);
            }
        }
    }

    /**
     * What a file says about it.
     *
     * @param peers empty for everybody
     * @param ports empty for all ports
     * @param dns deny port 53 alone; egress only
     * @param alsoOutside accepts that with pods as peers everything outside the cluster is denied too
     */
    public record Spec(
            @SpecField("which connections, seen from the target's pods")
            Direction direction,

            @SpecField("who is denied; everybody when not given")
            List<Peer> peers,

            @SpecField("on which ports; all when not given") List<Port> ports,

            @SpecField(value = "deny DNS: port 53 alone, egress only", byDefault = "false")
            boolean dns,

            @SpecField(
                    value = "must be true with pods as peers: what is outside the cluster is denied with them",
                    byDefault = "false")
            boolean alsoOutside)
            implements FaultSpec {
        /** @throws IllegalArgumentException when the parts do not fit, or no policy can say it */
        public Spec {
            peers = List.copyOf(peers);
            ports = List.copyOf(ports);
            if (dns && (direction != Direction.EGRESS || !ports.isEmpty())) {
                throw new IllegalArgumentException("dns is for direction egress, without ports");
            }
            boolean addresses = peers.stream().anyMatch(peer -> peer.cidr() != null);
            boolean pods = peers.stream().anyMatch(peer -> peer.cidr() == null);
            if (addresses && pods) {
                throw new IllegalArgumentException(
                        "no policy can deny some pods and some addresses: make it two drills");
            }
            if (pods != alsoOutside) {
                throw new IllegalArgumentException(
                        pods
                                ? "no policy can deny some pods and allow what is outside the cluster:"
                                        + " accept it with alsoOutside: true"
                                : "alsoOutside is for peers that are pods");
            }
        }

        private List<Port> denied() {
            return dns ? DNS : ports;
        }
    }

    @Override
    public String name() {
        return "networkDeny";
    }

    @Override
    public String summary() {
        return "cuts the target's pods off by a NetworkPolicy, from all or from some peers and ports";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        Set<ResourceType> types = new HashSet<>(TargetView.TYPES);
        types.addAll(Set.of(target.object().type(), ResourceType.NETWORK_POLICY));
        return new Scope(target.namespace(), types);
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(spec, target).permissions());
        for (String verb : List.of("get", "create", "delete")) {
            all.add(Permission.all(ResourceType.NETWORK_POLICY, target.namespace(), verb));
        }
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TargetView.of(target, view)
                .map(seen -> plan(spec, seen, moment))
                .orElseGet(() -> TargetView.missing(target));
    }

    private static FaultPlan plan(Spec spec, TargetView seen, Moment moment) {
        LabelSelector selector = LabelSelector.of(
                seen.workload().json(FieldPath.of("spec.selector")).orElse(null));
        List<ClusterObject> pods = seen.view().all(ResourceType.POD).stream()
                .filter(pod -> pod.ref().namespace().equals(seen.target().namespace()))
                .filter(pod -> TargetView.lives(pod) && selector.selects(pod))
                .toList();
        Denial denial = new Denial(seen.target().namespace(), spec.peers(), spec.denied());
        List<String> reasons = new ArrayList<>();
        if (pods.isEmpty()) {
            reasons.add(seen.target().object() + " has no pods that could be cut off");
        }
        reasons.addAll(new OtherPolicies(seen.view(), pods).refusals(denial, spec.direction()));
        reasons.addAll(podAddresses(spec, seen));
        if (!reasons.isEmpty()) {
            return new FaultPlan.Impossible(reasons);
        }
        return new FaultPlan.Planned(
                List.of(create(spec, denial, seen, moment)),
                pods.stream().map(ClusterObject::ref).collect(Collectors.toSet()),
                Math.max(seen.pods().size(), pods.size()),
                warnings(pods));
    }

    /** Pods are told by their labels; a policy that names their addresses as well would not be exact. */
    private static List<String> podAddresses(Spec spec, TargetView seen) {
        return spec.peers().stream()
                .filter(peer -> peer.cidr() != null)
                .flatMap(peer -> seen.view().all(ResourceType.POD).stream()
                        .filter(pod -> AddressBlock.of(peer.cidr()).contains(TargetView.text(pod, "status.podIP")))
                        .limit(1)
                        .map(pod -> peer.cidr() + " holds the address of " + pod.ref()
                                + "; cidr is for addresses outside the cluster, name pods with podSelector"))
                .toList();
    }

    private static Change create(Spec spec, Denial denial, TargetView seen, Moment moment) {
        String token = Token.of(moment, spec.toString());
        ObjectRef policy = new ObjectRef(
                ResourceType.NETWORK_POLICY, seen.target().namespace(), "understudy-" + token.substring(8));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(
                "podSelector",
                seen.workload().json(FieldPath.of("spec.selector")).orElseThrow());
        content.put(
                "policyTypes", spec.direction().each().stream().map(d -> d.type).toList());
        for (Direction direction : spec.direction().each()) {
            content.put(direction.word, denial.rules(direction.side));
        }
        return new Change.Create(
                policy,
                Map.of(
                        "apiVersion",
                        policy.type().apiVersion(),
                        "kind",
                        policy.type().kind(),
                        "metadata",
                        Map.of("name", policy.name(), "namespace", policy.namespace()),
                        "spec",
                        content),
                token);
    }

    private static List<String> warnings(List<ClusterObject> pods) {
        return pods.stream()
                .filter(pod -> "true".equals(TargetView.text(pod, "spec.hostNetwork")))
                .map(pod -> pod.ref() + " is in the network of its node, which no policy reaches")
                .toList();
    }
}
