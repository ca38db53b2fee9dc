package dev.understudy.app;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.kubernetes.Client;
import dev.understudy.cluster.kubernetes.Introduction;
import dev.understudy.cluster.kubernetes.KubernetesCluster;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.Hands;
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
            String name = context != null ? context : cluster.context();
            return new Connected(name, cluster, cluster.introduction(), file);
        } catch (ClusterException e) {
            cluster.close();
            throw e;
        }
    }

    static Client client() {
        String version = Sessions.class.getPackage().getImplementationVersion();
        return Client.understudy(Objects.requireNonNullElse(version, "dev"), InstantSource.system());
    }

    private record Connected(String name, KubernetesCluster cluster, Introduction who, Optional<Path> file)
            implements ClusterSession {
        @Override
        public ClusterPorts ports() {
            return new ClusterPorts(
                    name,
                    who.simulated(),
                    who.user(),
                    cluster,
                    cluster.changes(),
                    cluster.records(),
                    cluster.access(),
                    cluster.services(),
                    who.simulated() ? cluster.auditStream(AUDIT) : null);
        }

        /** The connection lives for one deed: a rehearsal has few. */
        @Override
        public Function<String, Hands> hands() {
            return person -> (workload, replicas) -> {
                try (KubernetesCluster own = KubernetesCluster.open(file, Optional.of(person), client())) {
                    own.hands().scale(workload, replicas);
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
        }
    }
}
