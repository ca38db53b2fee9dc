package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.Target;
import dev.understudy.fault.TargetView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Faults of workloads: each test starts one and looks at its pods. Where no container runs, pods are there and wait. */
abstract class WorkloadContract extends FaultContract {
    /**
     * Starts a workload called {@code cache} and waits for its pods.
     *
     * @param pod what its pods hold beside the containers, as lines of YAML
     * @param container what its one container {@code app} holds beside name and image
     */
    Target start(WorkloadKind kind, int replicas, String pod, String container) {
        create("""
            apiVersion: apps/v1
            kind: %s
            metadata: {name: cache}
            spec:
              replicas: %d
              selector: {matchLabels: {app: cache}}
            %s
              template:
                metadata:
                  labels: {app: cache}
                spec:
                  terminationGracePeriodSeconds: 1
            %s
                  containers:
                  - name: app
                    image: registry.k8s.io/pause:3.10
            %s
            """.formatted(kind.word(), replicas, more(kind), pod.indent(6), container.indent(8)));
        Target target = new Target(namespace, new Workload(kind, "cache"));
        settled(target, replicas);
        return target;
    }

    private static String more(WorkloadKind kind) {
        return kind == WorkloadKind.STATEFUL_SET ? "  serviceName: cache\n  podManagementPolicy: Parallel" : "";
    }

    /** Waits until so many pods of the newest template are there, ready where containers run, and no others. */
    void settled(Target target, int replicas) {
        String counted = contender.runsContainers() ? "status.readyReplicas" : "status.replicas";
        eventually(() -> {
            ClusterObject now = workload(target);
            assertThat(now.number("status.observedGeneration", 0)).isEqualTo(now.number("metadata.generation", -1));
            assertThat(now.number(counted, 0)).isEqualTo(replicas);
            assertThat(now.number("status.replicas", 0)).isEqualTo(replicas);
            assertThat(now.number("status.updatedReplicas", 0)).isEqualTo(replicas);
            assertThat(pods()).hasSize(replicas);
        });
    }

    ClusterObject workload(Target target) {
        return read(target.object().type(), target.object().name());
    }

    /** Returns the pods of the namespace that live. */
    List<ClusterObject> pods() {
        return cluster.observe(new Scope(namespace, Set.of(ResourceType.POD))).all(ResourceType.POD).stream()
                .filter(TargetView::lives)
                .toList();
    }

    Set<String> uids() {
        return pods().stream().map(ClusterObject::uid).collect(Collectors.toSet());
    }

    /** Returns a field of each living pod as text; empty where it is absent. */
    List<String> ofPods(String path) {
        return pods().stream()
                .map(pod -> String.valueOf(pod.json(FieldPath.of(path)).orElse("")))
                .toList();
    }
}
