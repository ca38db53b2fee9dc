package dev.understudy.app;

import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.access.SimulatedUser;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts simulated clusters: with a user for each responder, filled with a world. */
public final class SimulatedStage {
    private static final Set<String> BINDINGS = Set.of("RoleBinding", "ClusterRoleBinding");

    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(5);

    private SimulatedStage() {}

    /**
     * Starts a cluster in this process, without any door but its API server.
     *
     * @param roster whose responders get a user and a context each, with the rights that the bindings of the world give
     *     them; who is in none may do everything
     * @param world manifests to begin with; empty for a bare cluster
     * @param port 0 for any free one
     * @throws IOException when the world cannot be read
     * @throws dev.understudy.simulated.world.WorldException with every problem of the world
     * @throws IllegalStateException when the port cannot be had
     */
    public static SimulatedCluster start(Optional<Roster> roster, Optional<Path> world, int port) throws IOException {
        return start(roster, world, SimulatedOptions.defaults().withPort(port));
    }

    /**
     * Starts a cluster in this process.
     *
     * @param roster whose responders get a user and a context each, with the rights that the bindings of the world give
     *     them; who is in none may do everything
     * @param world manifests to begin with; empty for a bare cluster
     * @param options how it is started; its users are replaced
     * @throws IOException when the world cannot be read
     * @throws dev.understudy.simulated.world.WorldException with every problem of the world
     * @throws IllegalStateException when a port cannot be had
     */
    public static SimulatedCluster start(Optional<Roster> roster, Optional<Path> world, SimulatedOptions options)
            throws IOException {
        Optional<World> manifests = Optional.empty();
        if (world.isPresent()) {
            manifests = Optional.of(
                    World.read(Files.readString(world.get()), world.get().toString()));
        }
        Set<String> bound = manifests.map(SimulatedStage::bound).orElse(Set.of());
        SimulatedCluster cluster = SimulatedCluster.start(
                options.withUsers(users(roster.map(Roster::responders).orElse(List.of()), bound)));
        try {
            manifests.ifPresent(cluster::load);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /**
     * Waits until every workload has the pods that it wants, ready or not: what is planned before is planned for a world
     * without pods. A world that cannot have them all is waited for no longer than some seconds.
     */
    static void settle(SimulatedCluster cluster) {
        long end = System.nanoTime() + SETTLES_WITHIN.toNanos();
        while (System.nanoTime() < end && !settled(cluster)) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }

    private static boolean settled(SimulatedCluster cluster) {
        return Stream.of(Kinds.DEPLOYMENT, Kinds.STATEFUL_SET)
                .flatMap(kind -> cluster.store().list(kind, "").stream())
                .allMatch(workload -> workload.at("/status/replicas").asInt()
                        >= workload.at("/spec/replicas").asInt());
    }

    /** Returns the users whose rights the world tells, by a binding that names them. */
    private static Set<String> bound(World world) {
        return world.objects().stream()
                .filter(object -> BINDINGS.contains(object.path("kind").asText()))
                .flatMap(binding -> binding.path("subjects").valueStream())
                .filter(subject -> subject.path("kind").asText().equals("User"))
                .map(subject -> subject.path("name").asText())
                .collect(Collectors.toSet());
    }

    /** Whose rights the world does not tell may do everything: most worlds leave out who works on them. */
    private static List<SimulatedUser> users(List<Responder> responders, Set<String> bound) {
        List<SimulatedUser> all = new ArrayList<>();
        all.add(SimulatedOptions.master(SimulatedOptions.UNDERSTUDY));
        all.add(SimulatedOptions.master("admin"));
        for (Responder responder : responders) {
            String user =
                    responder.identities().kubernetes().stream().findFirst().orElse(responder.name());
            SimulatedUser login =
                    bound.contains(user) ? SimulatedOptions.ordinary(user) : SimulatedOptions.master(user);
            all.add(login.withContext(responder.name()));
        }
        return all;
    }

    /** Writes a kubeconfig that only its owner can read; it holds the tokens of every user. */
    public static void writeKubeconfig(SimulatedCluster cluster, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, cluster.kubeconfig());
    }
}
