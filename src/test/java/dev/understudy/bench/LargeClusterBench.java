package dev.understudy.bench;

import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.world.World;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * How the simulated cluster grows: a thousand pods on fifty nodes beside a hundred on five, at the pace of {@code
 * simulate}. A pod's share of the time should stay what it was: the last figure is near 1 when the cost is linear.
 */
class LargeClusterBench {
    private static final int DEPLOYMENTS = 20;

    private record Start(int pods, Duration untilReady, long heap) {
        double microsPerPod() {
            return untilReady.toNanos() / 1000.0 / pods;
        }

        void print() {
            System.out.printf(
                    "bench: %4d pods ready after %5d ms, %6.0f us a pod, %3d MiB of heap%n",
                    pods, untilReady.toMillis(), microsPerPod(), heap >> 20);
        }
    }

    @Test
    void a_thousand_pods_beside_a_hundred() {
        start(100, 5); // warms up
        Start small = start(100, 5);
        Start large = start(1000, 50);

        small.print();
        large.print();
        System.out.printf(
                "bench: a pod of a thousand costs %.2f of a pod of a hundred%n",
                large.microsPerPod() / small.microsPerPod());
    }

    private static Start start(int pods, int nodes) {
        World world = World.read(world(pods, nodes), "bench.yaml");
        long before = heap();
        try (SimulatedCluster cluster = SimulatedCluster.start(SimulatedOptions.defaults())) {
            long begun = System.nanoTime();
            cluster.load(world);
            while (ready(cluster) < pods) {
                LockSupport.parkNanos(5_000_000);
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            return new Start(pods, taken, heap() - before);
        }
    }

    private static int ready(SimulatedCluster cluster) {
        return cluster.store()
                .view(Kinds.DEPLOYMENT, "shop")
                .mapToInt(each -> each.path("status").path("readyReplicas").asInt())
                .sum();
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static String world(int pods, int nodes) {
        StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
        for (int i = 0; i < nodes; i++) {
            yaml.append("""
                    ---
                    apiVersion: v1
                    kind: Node
                    metadata: {name: node-%d, labels: {topology.kubernetes.io/zone: zone-%d}}
                    """.formatted(i, i % 3));
        }
        for (int i = 0; i < DEPLOYMENTS; i++) {
            yaml.append("""
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: app-%1$d, namespace: shop}
                    spec:
                      replicas: %2$d
                      selector: {matchLabels: {app: app-%1$d}}
                      template:
                        metadata: {labels: {app: app-%1$d}}
                        spec:
                          containers:
                            - name: main
                              image: shop/app:1
                              ports: [{containerPort: 8080}]
                              readinessProbe: {httpGet: {path: /, port: 8080}}
                              resources: {requests: {cpu: 10m, memory: 16Mi}}
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: app-%1$d, namespace: shop}
                    spec: {selector: {app: app-%1$d}, ports: [{port: 80, targetPort: 8080}]}
                    """.formatted(i, pods / DEPLOYMENTS));
        }
        return yaml.toString();
    }
}
