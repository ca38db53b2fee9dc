package dev.understudy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many drills one process runs at once: what they take of its heap, and how true their clocks stay. */
class CrowdBench {
    @TempDir
    Path folder;

    @Test
    void five_hundred_drills_beside_one() throws IOException {
        Table table = new Table(
                "Drills at once",
                "drills",
                "opened and broken in s",
                "heap MiB",
                "KiB per drill",
                "threads",
                "error p50 ms",
                "error p99 ms",
                "error max ms",
                "lost");
        for (int drills : new int[] {1, 10, 100, 500}) {
            table.row(measure(drills));
        }
        table.print();
    }

    private Object[] measure(int drills) throws IOException {
        Path place = Files.createDirectories(folder.resolve(String.valueOf(drills)));
        Path kubeconfig = place.resolve("kubeconfig");
        try (Child cluster = new Child(ClusterProcess.class, "-Xmx3g", String.valueOf(drills), kubeconfig.toString())) {
            cluster.await("up");
            long start = System.nanoTime();
            try (Child drilling = new Child(
                    DrillsProcess.class, "-Xmx1g", kubeconfig.toString(), place.toString(), String.valueOf(drills))) {
                String[] broken = drilling.await("broken");
                Duration opened = Duration.ofNanos(System.nanoTime() - start);
                drilling.say("go");
                cluster.say("repair");
                Map<String, Instant> recovered = new HashMap<>();
                int lost = 0;
                for (String[] line = drilling.next(); line != null; line = drilling.next()) {
                    if (line[0].equals("recovered")) {
                        recovered.put(line[1], Instant.parse(line[2]));
                    } else if (line[0].equals("lost")) {
                        lost++;
                        System.out.println(String.join(" ", line));
                    }
                }
                Map<String, Instant> truth = new HashMap<>();
                cluster.say("end");
                for (String[] line = cluster.next(); line != null; line = cluster.next()) {
                    if (line[0].equals("ready")) {
                        truth.put(line[1], Instant.parse(line[2]));
                    }
                }
                return row(drills, opened, broken, recovered, truth, lost);
            }
        }
    }

    private static Object[] row(
            int drills,
            Duration opened,
            String[] broken,
            Map<String, Instant> recovered,
            Map<String, Instant> truth,
            int lost) {
        List<Double> errors = new ArrayList<>();
        recovered.forEach((namespace, at) ->
                errors.add(Math.abs(Duration.between(truth.get(namespace), at).toNanos()) / 1e6));
        long empty = Long.parseLong(broken[1]);
        long full = Long.parseLong(broken[2]);
        return new Object[] {
            drills,
            opened.toMillis() / 1000.0,
            full >> 20,
            (full - empty) / 1024 / drills,
            broken[3],
            Table.percentile(errors, 50),
            Table.percentile(errors, 99),
            Table.percentile(errors, 100),
            lost
        };
    }
}
