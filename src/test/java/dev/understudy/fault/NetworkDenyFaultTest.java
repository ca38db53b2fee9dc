package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.NetworkDenyFault.Direction;
import dev.understudy.fault.NetworkDenyFault.Peer;
import dev.understudy.fault.NetworkDenyFault.Port;
import dev.understudy.fault.NetworkDenyFault.Protocol;
import dev.understudy.fault.NetworkDenyFault.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class NetworkDenyFaultTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final NetworkDenyFault FAULT = new NetworkDenyFault();
    private static final String CACHE = """
            kind: Deployment
            metadata: {name: cache, uid: d}
            spec: {selector: {matchLabels: {app: cache}}}
            ---
            kind: ReplicaSet
            metadata: {name: cache-1, uid: rs, ownerReferences: [{uid: d, controller: true}]}
            ---
            kind: Pod
            metadata: {name: cache-1-a, labels: {app: cache}, ownerReferences: [{uid: rs, controller: true}]}
            status: {podIP: 10.1.2.3}
            ---
            kind: Pod
            metadata: {name: other, labels: {app: other}}
            """;

    private static Spec spec(Direction direction, List<Peer> peers, Port... ports) {
        boolean pods = peers.stream().anyMatch(peer -> peer.cidr() == null);
        return new Spec(direction, peers, List.of(ports), false, pods);
    }

    private static Peer pods(Map<String, String> labels) {
        return new Peer(new LabelSelector(labels, List.of()), null, null);
    }

    private static Peer addresses(String cidr) {
        return new Peer(null, null, cidr);
    }

    private static FaultPlan plan(Spec spec, String... more) {
        return FAULT.plan(spec, TARGET, Seen.of(CACHE + String.join("", more)), Seen.MOMENT);
    }

    private static Change.Create created(Spec spec) {
        return (Change.Create) ((FaultPlan.Planned) plan(spec)).changes().getFirst();
    }

    private static Object policy(Spec spec) {
        return Objects.requireNonNull(created(spec).manifest().get("spec"));
    }

    private static String refusal(FaultPlan plan) {
        return String.join("; ", ((FaultPlan.Impossible) plan).reasons());
    }

    private static Object yaml(String... lines) {
        return new Yaml().load(String.join("\n", lines));
    }

    private static String otherPolicy(String spec) {
        return "---\nkind: NetworkPolicy\nmetadata: {name: standing}\nspec: " + spec + "\n";
    }

    @Test
    void denying_everything_in_a_direction_allows_nothing_there() {
        assertThat(policy(spec(Direction.BOTH, List.of()))).isEqualTo(yaml("""
                podSelector: {matchLabels: {app: cache}}
                policyTypes: [Ingress, Egress]
                ingress: []
                egress: []
                """));
    }

    @Test
    void denying_dns_allows_every_port_but_53() {
        assertThat(policy(new Spec(Direction.EGRESS, List.of(), List.of(), true, false)))
                .isEqualTo(yaml("""
                podSelector: {matchLabels: {app: cache}}
                policyTypes: [Egress]
                egress:
                  - ports:
                      - {protocol: TCP, port: 1, endPort: 52}
                      - {protocol: TCP, port: 54, endPort: 65535}
                      - {protocol: UDP, port: 1, endPort: 52}
                      - {protocol: UDP, port: 54, endPort: 65535}
                      - {protocol: SCTP, port: 1, endPort: 65535}
                """));
    }

    @Test
    void denied_ports_may_overlap_and_touch_the_ends() {
        Spec spec = spec(
                Direction.INGRESS,
                List.of(),
                new Port(1, 10, Protocol.TCP),
                new Port(5, 7, Protocol.TCP),
                new Port(12, null, Protocol.TCP),
                new Port(1, 65535, Protocol.UDP),
                new Port(65535, null, Protocol.SCTP));

        assertThat(policy(spec)).isEqualTo(yaml("""
                podSelector: {matchLabels: {app: cache}}
                policyTypes: [Ingress]
                ingress:
                  - ports:
                      - {protocol: TCP, port: 11}
                      - {protocol: TCP, port: 13, endPort: 65535}
                      - {protocol: SCTP, port: 1, endPort: 65534}
                """));
    }

    @Test
    void denying_addresses_allows_all_others_and_every_pod() {
        assertThat(policy(spec(Direction.EGRESS, List.of(addresses("192.0.2.0/24"), addresses("::/0")))))
                .isEqualTo(yaml("""
                podSelector: {matchLabels: {app: cache}}
                policyTypes: [Egress]
                egress:
                  - to:
                      - {ipBlock: {cidr: 0.0.0.0/0, except: [192.0.2.0/24]}}
                      - {namespaceSelector: {}}
                """));
    }

    @Test
    void denying_pods_allows_those_that_fail_a_requirement() {
        assertThat(policy(spec(Direction.INGRESS, List.of(pods(Map.of("app", "web", "tier", "front"))))))
                .isEqualTo(yaml("""
                podSelector: {matchLabels: {app: cache}}
                policyTypes: [Ingress]
                ingress:
                  - from:
                      - namespaceSelector:
                          matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [shop]}]
                      - namespaceSelector: {}
                        podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}
                      - namespaceSelector: {}
                        podSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [front]}]}
                """));
    }

    @Test
    void several_denied_peers_leave_those_that_are_none_of_them() {
        LabelSelector everyNamespace = new LabelSelector(Map.of(), List.of());
        Peer web = new Peer(new LabelSelector(Map.of("app", "web"), List.of()), everyNamespace, null);
        Peer jobs = new Peer(
                new LabelSelector(
                        Map.of(),
                        List.of(new LabelSelector.Requirement("job", LabelSelector.Operator.EXISTS, List.of()))),
                everyNamespace,
                null);

        assertThat(policy(spec(Direction.INGRESS, List.of(web, jobs)))).isEqualTo(yaml("""
                podSelector: {matchLabels: {app: cache}}
                policyTypes: [Ingress]
                ingress:
                  - from:
                      - namespaceSelector: {}
                        podSelector:
                          matchExpressions:
                            - {key: app, operator: NotIn, values: [web]}
                            - {key: job, operator: DoesNotExist}
                """));
    }

    @Test
    void denying_every_pod_there_is_allows_nobody_instead_of_everybody() {
        Peer everybody = new Peer(null, new LabelSelector(Map.of(), List.of()), null);

        assertThat(policy(spec(Direction.INGRESS, List.of(everybody)))).isEqualTo(yaml("""
                podSelector: {matchLabels: {app: cache}}
                policyTypes: [Ingress]
                ingress: []
                """));
    }

    @Test
    void denying_some_peers_some_ports_allows_them_the_others() {
        Spec spec = spec(Direction.EGRESS, List.of(addresses("192.0.2.0/24")), new Port(443, null, Protocol.TCP));

        assertThat(policy(spec))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .extracting("egress")
                .isEqualTo(yaml("""
                - to:
                    - {ipBlock: {cidr: 0.0.0.0/0, except: [192.0.2.0/24]}}
                    - {ipBlock: {cidr: "::/0"}}
                    - {namespaceSelector: {}}
                - ports:
                    - {protocol: TCP, port: 1, endPort: 442}
                    - {protocol: TCP, port: 444, endPort: 65535}
                    - {protocol: UDP, port: 1, endPort: 65535}
                    - {protocol: SCTP, port: 1, endPort: 65535}
                """));
    }

    @Test
    void pods_that_the_policy_selects_are_hit() {
        FaultPlan.Planned plan = (FaultPlan.Planned) plan(spec(Direction.INGRESS, List.of()));

        assertThat(plan.podsHit()).extracting(ObjectRef::name).containsExactly("cache-1-a");
        assertThat(plan.podsOfTarget()).isEqualTo(1);
    }

    @Test
    void name_and_mark_come_from_the_seed_and_differ_between_faults() {
        Change.Create one = created(spec(Direction.INGRESS, List.of()));
        Change.Create same = created(spec(Direction.INGRESS, List.of()));
        Change.Create other = created(spec(Direction.EGRESS, List.of()));

        assertThat(one).isEqualTo(same);
        assertThat(one.object().name())
                .startsWith("understudy-")
                .isNotEqualTo(other.object().name());
        assertThat(one.mark()).hasSize(16).isNotEqualTo(other.mark());
    }

    @Test
    void refuses_where_another_policy_selects_a_target_in_that_direction_and_allows_the_denied_peer() {
        String allows = otherPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{}]}");

        assertThat(refusal(plan(spec(Direction.INGRESS, List.of()), allows)))
                .contains("NetworkPolicy shop/standing says already what ingress these pods are allowed")
                .contains("deny the callers their egress");
        assertThat(plan(spec(Direction.EGRESS, List.of()), allows)).isInstanceOf(FaultPlan.Planned.class);
    }

    @Test
    void refuses_to_open_what_another_policy_keeps_shut() {
        String denies = otherPolicy("{podSelector: {matchLabels: {app: cache}}, policyTypes: [Egress]}");

        assertThat(refusal(plan(new Spec(Direction.EGRESS, List.of(), List.of(), true, false), denies)))
                .contains("denies all egress of these pods already, and a further policy would open it");
    }

    @Test
    void a_policy_of_other_pods_does_not_matter() {
        String others = otherPolicy("{podSelector: {matchLabels: {app: other}}, ingress: [{}]}");

        assertThat(plan(spec(Direction.INGRESS, List.of()), others)).isInstanceOf(FaultPlan.Planned.class);
    }

    @Test
    void refuses_addresses_that_pods_have() {
        assertThat(refusal(plan(spec(Direction.INGRESS, List.of(addresses("10.0.0.0/8"))))))
                .contains("10.0.0.0/8 holds the address of Pod shop/cache-1-a");
        assertThat(plan(spec(Direction.INGRESS, List.of(addresses("10.1.2.0/31")))))
                .isInstanceOf(FaultPlan.Planned.class);
    }

    @Test
    void refuses_a_target_without_pods_and_one_that_is_not_there() {
        String none = """
                kind: Deployment
                metadata: {name: cache}
                spec: {selector: {matchLabels: {app: cache}}}
                """;

        assertThat(refusal(FAULT.plan(spec(Direction.INGRESS, List.of()), TARGET, Seen.of(none), Seen.MOMENT)))
                .contains("has no pods that could be cut off");
    }

    @Test
    void refuses_to_read_what_no_policy_can_say() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spec(Direction.INGRESS, List.of(pods(Map.of())), List.of(), false, false))
                .withMessageContaining("alsoOutside: true");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spec(
                        Direction.INGRESS,
                        Arrays.asList(pods(Map.of()), addresses("192.0.2.0/24")),
                        List.of(),
                        false,
                        true))
                .withMessageContaining("some pods and some addresses");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spec(Direction.BOTH, List.of(), List.of(), true, false))
                .withMessageContaining("dns is for direction egress");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> addresses("10.0.0/8"))
                .withMessageContaining("'10.0.0/8' is no block of addresses");
    }

    @Test
    void needs_permission_to_create_and_delete_policies() {
        assertThat(FAULT.permissions(spec(Direction.INGRESS, List.of()), TARGET))
                .extracting(Permission::toString)
                .contains(
                        "create networkpolicies.networking.k8s.io in namespace shop",
                        "delete networkpolicies.networking.k8s.io in namespace shop",
                        "list networkpolicies.networking.k8s.io in namespace shop");
    }
}
