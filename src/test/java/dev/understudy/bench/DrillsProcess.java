package dev.understudy.bench;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Mark;
import dev.understudy.orchestrator.LiveDrill;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Many drills in one process of its own. Says on its output how much heap they take while all of them are broken, and
 * when each recovered by its own clock.
 */
public final class DrillsProcess {
    private static final int OPENING = 8;

    private DrillsProcess() {}

    /** @param args kubeconfig, folder for the journal, how many drills */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[2]);
        try (Troupe troupe = new Troupe(Files.readString(Path.of(args[0])), Path.of(args[1]))) {
            long empty = heap();
            List<LiveDrill> live = open(troupe, count);
            int threads = Thread.getAllStackTraces().size();
            System.out.println("broken " + empty + " " + heap() + " " + threads);
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            for (int i = 0; i < count; i++) {
                tell(Crowd.namespace(i), live.get(i).await());
            }
        }
    }

    private static List<LiveDrill> open(Troupe troupe, int count) throws Exception {
        CountDownLatch broken = new CountDownLatch(count);
        List<Future<LiveDrill>> opening = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(OPENING)) {
            for (int i = 0; i < count; i++) {
                int number = i;
                opening.add(threads.submit(() -> open(troupe, number, broken)));
            }
        }
        List<LiveDrill> live = new ArrayList<>();
        for (Future<LiveDrill> each : opening) {
            live.add(each.get());
        }
        broken.await();
        return live;
    }

    private static LiveDrill open(Troupe troupe, int number, CountDownLatch broken) {
        AtomicBoolean counted = new AtomicBoolean();
        return troupe.open(number, "1s", (entry, drill) -> {
            boolean so = drill.marks().impact() != null || drill.phase().over();
            if (so && counted.compareAndSet(false, true)) {
                broken.countDown();
            }
        });
    }

    private static void tell(String namespace, Drill end) {
        Mark recovered = end.marks().recovered();
        System.out.println(
                recovered == null
                        ? "lost " + namespace + " " + end.outcome() + " " + end.refusals() + " " + end.ending()
                        : "recovered " + namespace + " " + end.opened().at().plus(recovered.at()));
    }

    /** Returns what is in use after a collection, in bytes. */
    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
