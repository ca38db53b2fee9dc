package dev.understudy.bench;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.kubernetes.Client;
import dev.understudy.cluster.kubernetes.KubernetesCluster;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Mark;
import dev.understudy.orchestrator.LiveDrill;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How far the recovery clock is from the moment at which the cluster's store knew that the pod was ready again, beside
 * scripts that ask every second, two, and ten; and how long a decided injection takes until the store has it.
 */
class RecoveryClockBench {
    private static final int DRILLS = 20;
    private static final int LONGEST = 10;

    @TempDir
    Path folder;

    @Test
    void the_recovery_clock_beside_pollers() throws Exception {
        Map<Integer, List<Double>> polled = new TreeMap<>();
        List<Double> watched = new ArrayList<>();
        List<Double> accepted = new ArrayList<>();
        try (SimulatedCluster cluster = SimulatedCluster.start(SimulatedOptions.defaults())) {
            Truth truth = new Truth(cluster);
            cluster.load(World.read(Crowd.world(DRILLS), "crowd.yaml"));
            truth.awaitReady(DRILLS);
            try (Troupe troupe = new Troupe(cluster.kubeconfig(), folder);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Map<String, Instant> decided = new ConcurrentHashMap<>();
                List<LiveDrill> live = open(troupe, decided);
                SplittableRandom random = new SplittableRandom(1);
                Map<Integer, List<Future<Instant>>> pollers = new TreeMap<>();
                for (int period : new int[] {1, 2, LONGEST}) {
                    for (int i = 0; i < DRILLS; i++) {
                        Callable<Instant> poller =
                                poller(cluster.kubeconfig(), i, period * 1000, random.nextInt(period * 1000));
                        pollers.computeIfAbsent(period, _ -> new ArrayList<>()).add(threads.submit(poller));
                    }
                }
                Thread.sleep(Duration.ofSeconds(2));
                for (int i = 0; i < DRILLS; i++) {
                    truth.repair(Crowd.namespace(i));
                    Thread.sleep(random.nextInt(LONGEST * 1000 / DRILLS));
                }
                for (int i = 0; i < DRILLS; i++) {
                    String namespace = Crowd.namespace(i);
                    Drill end = live.get(i).await();
                    Mark recovered = Objects.requireNonNull(end.marks().recovered());
                    watched.add(apart(truth.ready(namespace), end.opened().at().plus(recovered.at())));
                    accepted.add(apart(Objects.requireNonNull(decided.get(namespace)), truth.broken(namespace)));
                    for (Map.Entry<Integer, List<Future<Instant>>> each : pollers.entrySet()) {
                        polled.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                                .add(apart(
                                        truth.ready(namespace),
                                        each.getValue().get(i).get()));
                    }
                }
            }
        }
        print(watched, polled, accepted);
    }

    private static List<LiveDrill> open(Troupe troupe, Map<String, Instant> decided) throws InterruptedException {
        CountDownLatch broken = new CountDownLatch(DRILLS);
        List<LiveDrill> live = new ArrayList<>();
        for (int i = 0; i < DRILLS; i++) {
            String namespace = Crowd.namespace(i);
            live.add(troupe.open(i, "2s", (entry, drill) -> {
                switch (entry.event()) {
                    case DrillEvent.InjectionBegun _ ->
                        decided.put(namespace, entry.stamp().at());
                    case DrillEvent.ImpactSeen _ -> broken.countDown();
                    default -> {}
                }
            }));
        }
        broken.await();
        return live;
    }

    /** Asks as a script does, until it sees the pod ready. */
    private static Callable<Instant> poller(String kubeconfig, int number, int periodMillis, int phaseMillis) {
        ObjectRef app = new ObjectRef(ResourceType.DEPLOYMENT, Crowd.namespace(number), "app");
        Scope scope = new Scope(Crowd.namespace(number), Set.of(ResourceType.DEPLOYMENT));
        return () -> {
            try (KubernetesCluster own = KubernetesCluster.open(
                    kubeconfig, Optional.empty(), Client.understudy("poller", InstantSource.system()))) {
                Thread.sleep(phaseMillis);
                while (true) {
                    ClusterObject seen = own.observe(scope).objects().get(app);
                    if (seen != null && seen.number("status.readyReplicas", 0) > 0) {
                        return Instant.now();
                    }
                    Thread.sleep(periodMillis);
                }
            }
        };
    }

    private static double apart(Instant truth, Instant told) {
        return Math.abs(Duration.between(truth, told).toNanos()) / 1e6;
    }

    private static void print(List<Double> watched, Map<Integer, List<Double>> polled, List<Double> accepted) {
        Table table = new Table(
                "Error of the recovery clock", "clock", "p50 ms", "p99 ms", "max ms", "p50 beside Understudy's");
        row(table, "Understudy", watched, watched);
        polled.forEach((period, errors) -> row(table, "a poller every " + period + " s", errors, watched));
        table.print();
        Table injected = new Table("From decision to accepted change", "drills", "p50 ms", "p99 ms", "max ms");
        injected.row(
                DRILLS,
                Table.percentile(accepted, 50),
                Table.percentile(accepted, 99),
                Table.percentile(accepted, 100));
        injected.print();
    }

    private static void row(Table table, String name, List<Double> errors, List<Double> ours) {
        table.row(
                name,
                Table.percentile(errors, 50),
                Table.percentile(errors, 99),
                Table.percentile(errors, 100),
                Table.percentile(errors, 50) / Table.percentile(ours, 50));
    }
}
