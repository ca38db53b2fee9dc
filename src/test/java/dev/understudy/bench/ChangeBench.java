package dev.understudy.bench;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.Client;
import dev.understudy.cluster.kubernetes.KubernetesCluster;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.Connection;
import dev.understudy.cluster.kubernetes.wire.Kubeconfig;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change as a drill makes it, which reads before it writes, beside one bare request and beside {@code kubectl patch}. */
class ChangeBench {
    private static final int ROUNDS = 200;
    private static final int KUBECTL_ROUNDS = 10;
    private static final String MANAGER = "understudy-bench";

    @TempDir
    Path folder;

    @Test
    void a_change_beside_a_bare_request_and_kubectl() throws Exception {
        try (SimulatedCluster simulated = SimulatedCluster.start(SimulatedOptions.defaults());
                KubernetesCluster cluster = KubernetesCluster.open(
                        simulated.kubeconfig(), Optional.empty(), Client.understudy("bench", InstantSource.system()));
                ApiServer bare = Connection.open(
                        Kubeconfig.text(simulated.kubeconfig(), Optional.empty()),
                        "bench",
                        Connection.PATIENCE,
                        InstantSource.system())) {
            simulated.load(World.read("""
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: bench}
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: settings, namespace: bench}
                    data: {a: "0"}
                    """, "bench.yaml"));
            measure(cluster, bare, Files.writeString(folder.resolve("kubeconfig"), simulated.kubeconfig()));
        }
    }

    private static void measure(KubernetesCluster cluster, ApiServer bare, Path kubeconfig) throws Exception {
        ObjectRef settings = new ObjectRef(ResourceType.CONFIG_MAP, "bench", "settings");
        List<Double> ours = new ArrayList<>();
        List<Double> requests = new ArrayList<>();
        List<Double> kubectl = new ArrayList<>();
        for (int i = 0; i < ROUNDS * 2; i++) {
            boolean warm = i >= ROUNDS;
            Change change = edit(bare.find(settings).orElseThrow(), 2 * i + 1);
            double changeTime = millis(() -> made(cluster.changes().apply(change, MANAGER)));
            Call patch = Call.merge(settings, Map.of("data", Map.of("a", String.valueOf(2 * i + 2))), Map.of());
            double request = millis(() -> bare.demand(patch));
            if (warm) {
                ours.add(changeTime);
                requests.add(request);
            }
        }
        for (int i = 0; i < KUBECTL_ROUNDS; i++) {
            String value = "k" + i;
            kubectl.add(millis(() -> kubectl(kubeconfig, value)));
        }
        print(ours, requests, kubectl);
    }

    private static void print(List<Double> ours, List<Double> requests, List<Double> kubectl) {
        Table table = new Table("One change", "way", "p50 ms", "p99 ms", "p50 beside a bare request");
        row(table, "a bare request", requests, requests);
        row(table, "Understudy: read, decide, write", ours, requests);
        row(table, "kubectl patch", kubectl, requests);
        table.print();
    }

    private static void row(Table table, String name, List<Double> times, List<Double> base) {
        table.row(
                name,
                Table.percentile(times, 50),
                Table.percentile(times, 99),
                Table.percentile(times, 50) / Table.percentile(base, 50));
    }

    private static Change edit(ClusterObject live, int value) {
        FieldPath path = FieldPath.of("data.a");
        return new Change.Edit(
                live.ref(),
                live.uid(),
                List.of(new FieldEdit(path, live.at(path), new FieldValue.Json(String.valueOf(value)))));
    }

    private static void made(Applied applied) {
        if (!(applied instanceof Applied.Made)) {
            throw new IllegalStateException(applied.toString());
        }
    }

    private static void kubectl(Path kubeconfig, String value) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        "kubectl",
                        "--kubeconfig",
                        kubeconfig.toString(),
                        "-n",
                        "bench",
                        "patch",
                        "configmap",
                        "settings",
                        "--type=merge",
                        "-p",
                        "{\"data\": {\"a\": \"" + value + "\"}}")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kubectl patch ended with " + code);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static double millis(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
