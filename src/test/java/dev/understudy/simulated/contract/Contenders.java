package dev.understudy.simulated.contract;

import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/** The simulated cluster always, and a real one: the one named by the environment, else k3s where there is Docker. */
public final class Contenders {
    public static final String REAL = "UNDERSTUDY_TEST_KUBECONFIG";
    /** Set when the cluster behind {@link #REAL} has kubelets that run containers. */
    static final String REAL_CONTAINERS = "UNDERSTUDY_TEST_CONTAINERS";

    private static final Runnable NOTHING = () -> {};

    /** Stands where there is no cluster, so that the tests are seen to be skipped. */
    public static final Contender MISSING = new Contender("no real cluster", "", false, NOTHING);

    private Contenders() {}

    /** Returns the clusters to ask. */
    public static Stream<Contender> all() {
        return Stream.of(simulated(), actual().orElse(MISSING));
    }

    private static Contender simulated() {
        SimulatedCluster cluster = SimulatedCluster.start(SimulatedOptions.defaults()
                .withPace(Pace.DEFAULT.scaled(0.1))
                .withUsers(List.of(
                        SimulatedOptions.master("understudy"),
                        SimulatedOptions.master("ana"),
                        SimulatedOptions.master("bo"))));
        cluster.load(World.read("", "empty.yaml"));
        return new Contender("simulated", cluster.kubeconfig(), true, cluster::close);
    }

    private static Optional<Contender> actual() {
        String file = Objects.requireNonNullElse(System.getenv(REAL), "");
        if (!file.isEmpty()) {
            return Optional.of(
                    new Contender("real", read(Path.of(file)), System.getenv(REAL_CONTAINERS) != null, NOTHING));
        }
        return DockerClientFactory.instance().isDockerAvailable() ? Optional.of(k3s()) : Optional.empty();
    }

    private static Contender k3s() {
        K3sContainer container = new K3sContainer(DockerImageName.parse("rancher/k3s:v1.36.3-k3s1"));
        container.start();
        return new Contender("k3s", container.getKubeConfigYaml(), true, container::stop);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
