package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.fault.LabelSelector;
import dev.understudy.fault.NetworkDenyFault;
import dev.understudy.fault.NetworkDenyFault.Direction;
import dev.understudy.fault.NetworkDenyFault.Peer;
import dev.understudy.fault.NetworkDenyFault.Port;
import dev.understudy.fault.NetworkDenyFault.Protocol;
import dev.understudy.fault.NetworkDenyFault.Spec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The caller is ready while the cache answers it. */
class NetworkDenyContractTest extends FaultContract {
    private static final NetworkDenyFault FAULT = new NetworkDenyFault();
    private static final Spec ALL_INGRESS = new Spec(Direction.INGRESS, List.of(), List.of(), false, false);

    @BeforeEach
    void aCallerAndACache() {
        create("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cache}
            spec:
              replicas: 1
              selector: {matchLabels: {app: cache}}
              template:
                metadata: {labels: {app: cache}}
                spec: {containers: [{name: app, image: "registry.k8s.io/pause:3.10", ports: [{containerPort: 6379}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: cache}
            spec: {selector: {app: cache}, ports: [{port: 80, targetPort: 6379}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: caller}
            spec:
              replicas: 1
              selector: {matchLabels: {app: caller}}
              template:
                metadata:
                  labels: {app: caller}
                  annotations: {simulated.understudy.dev/depends-on: cache, simulated.understudy.dev/readiness: dependencies}
                spec:
                  containers:
                    - name: app
                      image: registry.k8s.io/pause:3.10
                      readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 1, failureThreshold: 1}
            """);
        callerReady(1);
        eventually(() -> assertThat(podNames("cache")).isNotEmpty());
    }

    private List<String> podNames(String app) {
        return people.pods().inNamespace(namespace).withLabel("app", app).list().getItems().stream()
                .map(pod -> pod.getMetadata().getName())
                .toList();
    }

    /** Waits, where containers run, until the caller finds the cache answering or not. */
    private void callerReady(int pods) {
        if (contender.runsContainers()) {
            eventually(() -> assertThat(read(ResourceType.DEPLOYMENT, "caller").number("status.readyReplicas", 0))
                    .isEqualTo(pods));
        }
    }

    private List<?> policies() {
        return people.network()
                .v1()
                .networkPolicies()
                .inNamespace(namespace)
                .list()
                .getItems();
    }

    @Test
    void nobody_reaches_the_pods_until_the_undo() {
        List<Change> made = inject(FAULT, ALL_INGRESS, deployment("cache"));
        callerReady(0);
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(policies()).isEmpty();
        callerReady(1);
    }

    @Test
    void denied_pods_do_not_reach_the_pods_until_the_undo() {
        Peer caller = new Peer(new LabelSelector(Map.of("app", "caller"), List.of()), null, null);
        Spec spec = new Spec(Direction.INGRESS, List.of(caller), List.of(), false, true);

        List<Change> made = inject(FAULT, spec, deployment("cache"));
        callerReady(0);
        undo(made);

        callerReady(1);
    }

    @Test
    void pods_reach_nobody_on_a_denied_port_until_the_undo() {
        Spec spec = new Spec(Direction.EGRESS, List.of(), List.of(new Port(6379, null, Protocol.TCP)), false, false);

        List<Change> made = inject(FAULT, spec, deployment("caller"));
        callerReady(0);
        undo(made);

        callerReady(1);
    }

    @Test
    void a_policy_that_a_responder_deleted_is_gone() {
        List<Change> made = inject(FAULT, ALL_INGRESS, deployment("cache"));
        callerReady(0);
        people.network().v1().networkPolicies().inNamespace(namespace).delete();
        callerReady(1);
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.GONE);
    }

    @Test
    void what_is_not_denied_is_still_allowed() {
        Peer stranger = new Peer(new LabelSelector(Map.of("app", "stranger"), List.of()), null, null);
        Port spare = new Port(6380, null, Protocol.TCP);
        Spec spec = new Spec(Direction.INGRESS, List.of(stranger), List.of(spare), false, true);

        List<Change> made = inject(FAULT, spec, deployment("cache"));
        List<String> before = podNames("caller");
        people.pods().inNamespace(namespace).withLabel("app", "caller").delete();
        eventually(() -> assertThat(podNames("caller")).hasSize(1).doesNotContainAnyElementsOf(before));
        callerReady(1);

        assertThat(undo(made)).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
    }
}
