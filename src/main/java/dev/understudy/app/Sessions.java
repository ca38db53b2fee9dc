package dev.understudy.app;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.kubernetes.Client;
import dev.understudy.cluster.kubernetes.Introduction;
import dev.understudy.cluster.kubernetes.KubernetesCluster;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.Hands;
import dev.understudy.probe.Monitoring;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.prometheus.PrometheusMonitoring;
import dev.understudy.scenario.Scenario;
import dev.understudy.scenario.language.Cast;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Connects to a cluster of a kubeconfig. Simulated ones are reached the same way. */
public final class Sessions {
    /** Where a simulated cluster offers its audit events. */
    private static final String AUDIT = "understudy/audit";

    private Sessions() {}

    /**
     * Connects and asks who is there.
     *
     * @param kubeconfig null for the usual place
     * @param context null for the current one
     * @throws ClusterException when the cluster cannot be reached, with what to do about it
     */
    public static ClusterSession kubernetes(@Nullable Path kubeconfig, @Nullable String context) {
        Optional<Path> file = Optional.ofNullable(kubeconfig);
        KubernetesCluster cluster = KubernetesCluster.open(file, Optional.ofNullable(context), client());
        try {
            String used = context != null ? context : cluster.context();
            // the name of the cluster inside a process is not to be had by another
            String name = used.equals(ClusterPorts.IN_PROCESS) ? "context " + used : used;
            String options = (kubeconfig == null ? "" : "--kubeconfig " + kubeconfig + " ") + "--context " + used;
            return new Connected(
                    name, options, cluster, cluster.introduction(), file, monitoring(Optional.empty()), () -> {});
        } catch (ClusterException e) {
            cluster.close();
            throw e;
        }
    }

    /**
     * Starts a simulated cluster in this process and connects to it, as to any other.
     *
     * @param cast what will be played
     * @param world null for the world beside the scenario
     * @param scenario path of the scenario; null when it came from standard input
     * @throws IOException when a file cannot be read or written
     */
    public static ClusterSession simulated(Cast cast, @Nullable Path world, @Nullable Path scenario)
            throws IOException {
        Optional<Path> file = world == null
                ? WorldFiles.beside(scenario, cast.scenario().target().namespace())
                : Optional.of(world);
        Path folder = Files.createTempDirectory("understudy");
        SimulatedCluster simulated = SimulatedStage.start(Optional.of(cast.roster()), file, options(cast.scenario()));
        SimulatedStage.settle(simulated);
        Path kubeconfig = folder.resolve("kubeconfig");
        SimulatedStage.writeKubeconfig(simulated, kubeconfig);
        KubernetesCluster cluster = KubernetesCluster.open(Optional.of(kubeconfig), Optional.empty(), client());
        return new Connected(
                ClusterPorts.IN_PROCESS,
                "",
                cluster,
                cluster.introduction(),
                Optional.of(kubeconfig),
                monitoring(simulated.prometheusUrl()),
                () -> {
                    simulated.close();
                    Files.deleteIfExists(kubeconfig);
                    Files.deleteIfExists(folder);
                });
    }

    /** Measuring costs something, so it is done only where a probe asks for it. */
    private static SimulatedOptions options(Scenario scenario) {
        boolean measured = scenario.probes().stream()
                .anyMatch(p -> p.check() instanceof ProbeCheck.Prometheus ask && ask.url() == null);
        return measured ? SimulatedOptions.defaults().withPrometheus(0) : SimulatedOptions.defaults();
    }

    private static Monitoring monitoring(Optional<String> own) {
        return new PrometheusMonitoring(System::getenv, own.map(URI::create), InstantSource.system());
    }

    static Client client() {
        String version = Sessions.class.getPackage().getImplementationVersion();
        return Client.understudy(Objects.requireNonNullElse(version, "dev"), InstantSource.system());
    }

    private record Connected(
            String name,
            String options,
            KubernetesCluster cluster,
            Introduction who,
            Optional<Path> file,
            Monitoring monitoring,
            Closing alsoClose)
            implements ClusterSession {
        @Override
        public ClusterPorts ports() {
            return new ClusterPorts(
                    name,
                    options,
                    who.simulated(),
                    who.user(),
                    cluster,
                    cluster.changes(),
                    cluster.records(),
                    cluster.access(),
                    cluster.services(),
                    cluster.ports(),
                    monitoring,
                    cluster.way(),
                    who.simulated() ? cluster.auditStream(AUDIT) : null);
        }

        /** The connection lives for one deed: a rehearsal has few. */
        @Override
        public Function<String, Hands> hands() {
            return person -> (deed, namespace) -> {
                try (KubernetesCluster own = KubernetesCluster.open(file, Optional.of(person), client())) {
                    new ScriptedHands(own.hands()).run(deed, namespace);
                }
            };
        }

        @Override
        public String kubeconfig() {
            return file.map(Path::toString).orElse("");
        }

        @Override
        public void close() {
            cluster.close();
            try {
                alsoClose.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the simulated cluster's temporary files cannot be removed", e);
            }
        }
    }

    @FunctionalInterface
    private interface Closing {
        void close() throws IOException;
    }
}
