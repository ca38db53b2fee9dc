package dev.understudy.bench;

import dev.understudy.drill.EndCause;
import dev.understudy.hostile.HostileServer;
import dev.understudy.orchestrator.LiveDrill;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many requests a drill costs the API server, counted by a proxy on the way. Drills of one, two and three real
 * minutes run side by side; what a minute costs is taken from their difference, and longer ones are reckoned from it.
 * Every nine minutes each watch is opened anew, which is added.
 */
class RequestsBench {
    private static final int[] MINUTES = {1, 2, 3};
    private static final int[] RECKONED = {5, 15, 30, 60};
    /** Minutes after which the server is asked to end a watch. */
    private static final int WATCH_MINUTES = 9;

    @TempDir
    Path folder;

    /** @param watches how many of the requests opened a watch */
    private record Cost(int requests, int watches) {}

    @Test
    void requests_of_a_drill_by_its_length() throws Exception {
        List<Cost> costs = new ArrayList<>();
        try (SimulatedCluster cluster = SimulatedCluster.start(SimulatedOptions.defaults());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Truth truth = new Truth(cluster);
            cluster.load(World.read(Crowd.world(MINUTES.length), "crowd.yaml"));
            truth.awaitReady(MINUTES.length);
            List<Future<Cost>> running = new ArrayList<>();
            for (int i = 0; i < MINUTES.length; i++) {
                int number = i;
                running.add(threads.submit(() -> drill(cluster, number, Duration.ofMinutes(MINUTES[number]))));
            }
            for (Future<Cost> each : running) {
                costs.add(each.get());
            }
        }
        print(costs);
    }

    private Cost drill(SimulatedCluster cluster, int number, Duration length) throws Exception {
        Path place = Files.createDirectories(folder.resolve(String.valueOf(number)));
        try (HostileServer counter = new HostileServer(cluster.kubeconfig());
                Troupe troupe = new Troupe(counter.kubeconfig(), place)) {
            LiveDrill live = troupe.open(number, "1s", (_, _) -> {});
            Thread.sleep(length);
            live.stop(EndCause.PERSON, "long enough");
            live.await();
            return new Cost(counter.requests(), counter.watches());
        }
    }

    private static void print(List<Cost> costs) {
        Cost first = costs.getFirst();
        Cost last = costs.getLast();
        double perMinute = (last.requests() - first.requests()) / (double) (MINUTES[MINUTES.length - 1] - MINUTES[0]);
        Table table = new Table("Requests of a drill", "minutes", "requests", "a minute", "how");
        for (int i = 0; i < MINUTES.length; i++) {
            table.row(MINUTES[i], costs.get(i).requests(), (double) costs.get(i).requests() / MINUTES[i], "counted");
        }
        for (int minutes : RECKONED) {
            double all = first.requests()
                    + perMinute * (minutes - MINUTES[0])
                    + first.watches() * (double) (minutes / WATCH_MINUTES);
            table.row(minutes, Math.round(all), all / minutes, "reckoned");
        }
        table.print();
    }
}
