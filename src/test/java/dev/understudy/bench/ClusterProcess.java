package dev.understudy.bench;

import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A simulated cluster with a crowd of namespaces, in a process of its own. Repairs on demand whatever was scaled to
 * nothing, a little apart, and says at the end when each Deployment's pod was ready again, as its store knew it.
 */
public final class ClusterProcess {
    private static final Duration SPREAD = Duration.ofMinutes(1);

    private ClusterProcess() {}

    /** @param args how many namespaces, and where to write the kubeconfig */
    public static void main(String[] args) throws IOException {
        int namespaces = Integer.parseInt(args[0]);
        try (SimulatedCluster cluster = SimulatedCluster.start(SimulatedOptions.defaults())) {
            Truth truth = new Truth(cluster);
            cluster.load(World.read(Crowd.world(namespaces), "crowd.yaml"));
            truth.awaitReady(namespaces);
            Files.writeString(Path.of(args[1]), cluster.kubeconfig());
            System.out.println("up");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while ("repair".equals(in.readLine())) {
                repair(cluster, truth);
            }
            for (int i = 0; i < namespaces; i++) {
                System.out.println("ready " + Crowd.namespace(i) + " " + truth.ready(Crowd.namespace(i)));
            }
        }
    }

    private static void repair(SimulatedCluster cluster, Truth truth) {
        List<String> broken = cluster.store()
                .view(Kinds.DEPLOYMENT, "")
                .filter(d -> Truth.wanted(d) == 0)
                .map(d -> d.at("/metadata/namespace").asText())
                .toList();
        SplittableRandom random = new SplittableRandom(1);
        try (ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor()) {
            broken.forEach(namespace -> later.schedule(
                    () -> truth.repair(namespace), random.nextLong(SPREAD.toMillis()), TimeUnit.MILLISECONDS));
        }
    }
}
