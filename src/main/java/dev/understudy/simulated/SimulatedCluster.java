package dev.understudy.simulated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.access.AccountTokens;
import dev.understudy.simulated.access.Logins;
import dev.understudy.simulated.access.SimulatedUser;
import dev.understudy.simulated.access.StandardRoles;
import dev.understudy.simulated.admission.AdmissionSteps;
import dev.understudy.simulated.api.ApiServer;
import dev.understudy.simulated.api.Backing;
import dev.understudy.simulated.audit.Audit;
import dev.understudy.simulated.audit.AuditFile;
import dev.understudy.simulated.audit.AuditWebhook;
import dev.understudy.simulated.container.Attachment;
import dev.understudy.simulated.container.Exits;
import dev.understudy.simulated.container.Logbook;
import dev.understudy.simulated.container.Processes;
import dev.understudy.simulated.container.Surroundings;
import dev.understudy.simulated.controller.ControlPlane;
import dev.understudy.simulated.node.kubelet.CommandExits;
import dev.understudy.simulated.outlet.LoopbackServer;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.tls.ClientAuthority;
import dev.understudy.simulated.tls.LoopbackCertificate;
import dev.understudy.simulated.traffic.Traffic;
import dev.understudy.simulated.world.World;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole simulated cluster in this process: API server on loopback, controllers, nodes and traffic. It serves until it
 * is closed, and forgets everything then. Safe to use from several threads.
 */
public final class SimulatedCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedCluster.class);

    private final SimulatedOptions options;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LoopbackCertificate certificate;
    private final Optional<ClientAuthority> clients;
    private final MemoryStore store;
    private final Audit audit;
    private final ControlPlane controlPlane;
    private final ApiServer server;
    private final Monitoring monitoring;
    private final Optional<LoopbackServer> ingress;

    private SimulatedCluster(SimulatedOptions options) {
        this.options = options;
        this.certificate = LoopbackCertificate.create(Instant.now());
        this.clients =
                options.clientCertificates() ? Optional.of(ClientAuthority.create(Instant.now())) : Optional.empty();
        try {
            store = part(new MemoryStore(options.clock(), AdmissionSteps.standard()));
            audit = part(new Audit(destinations()));
            monitoring = part(new Monitoring(options.outlets(), store, options.clock()));
            controlPlane = part(new ControlPlane(
                    store, options.clock(), options.pace(), Processes::runs, monitoring.reconcilers()));
            Logbook logs = new Logbook(options.clock());
            Traffic traffic = new Traffic(store, logs);
            server = part(new ApiServer(options.port(), certificate, backing(logs, traffic)));
            ingress = ingress(traffic);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private Backing backing(Logbook logs, Traffic traffic) {
        AccountTokens accounts = new AccountTokens(store, options.clock());
        Exits exits = new CommandExits(store, options.clock());
        Surroundings world =
                new Surroundings(store, traffic, options.clock(), exits, accounts::issueFor, certificate.certificate());
        Processes processes = part(new Processes(world, logs));
        part(store.subscribe(logs::hear));
        part(store.subscribe(processes::hear));
        return new Backing(
                store,
                traffic,
                new Logins(options.users(), accounts, clients),
                accounts,
                world,
                new Attachment(processes, logs),
                logs,
                audit,
                options.clock());
    }

    /**
     * Starts a cluster with the namespaces that every cluster has; returns when it listens and its controllers run.
     *
     * @throws IllegalStateException when the port cannot be had
     */
    public static SimulatedCluster start(SimulatedOptions options) {
        SimulatedCluster cluster = new SimulatedCluster(options);
        World.begin(cluster.store);
        StandardRoles.create(cluster.store);
        cluster.controlPlane.start();
        return cluster;
    }

    private Optional<LoopbackServer> ingress(Traffic traffic) {
        if (options.outlets().ingressPort().isEmpty()) {
            return Optional.empty();
        }
        int port = options.outlets().ingressPort().getAsInt();
        return Optional.of(part(
                new LoopbackServer(port, request -> traffic.enter(request.host(), request.method(), request.path()))));
    }

    /** Creates what a world describes and keeps its alerting rules; throws when the store refuses part of it. */
    public void load(World world) {
        monitoring.add(world.rules());
        world.apply(store);
    }

    /** The address of the API server. */
    public String url() {
        return "https://127.0.0.1:" + server.port();
    }

    /** The address at which Ingresses are served, where that was asked for. */
    public Optional<String> ingressUrl() {
        return ingress.map(door -> "http://127.0.0.1:" + door.port());
    }

    /** The address of a Prometheus API over what is measured, where that was asked for. */
    public Optional<String> prometheusUrl() {
        return monitoring.url();
    }

    /** The certificate, in PEM, that clients have to trust; the kubeconfig carries it. */
    public String authority() {
        return certificate.certificate();
    }

    /** Returns a kubeconfig with a context per user; the current one is {@code understudy} where there is one. */
    public String kubeconfig() {
        String first =
                options.users().isEmpty() ? "" : options.users().getFirst().name();
        Optional<SimulatedUser> own = find(SimulatedOptions.UNDERSTUDY);
        return Kubeconfig.of(
                url(),
                authority(),
                options.users(),
                own.map(SimulatedUser::name).orElse(first),
                clients);
    }

    /**
     * Returns a kubeconfig for one user alone.
     *
     * @throws IllegalArgumentException when there is no such user
     */
    public String kubeconfig(String user) {
        SimulatedUser one = find(user).orElseThrow(() -> new IllegalArgumentException("no user named " + user));
        return Kubeconfig.of(url(), authority(), List.of(one), user, clients);
    }

    /** Hears the audit event of every later request, in order, on a thread of the cluster. */
    public AutoCloseable onAudit(Consumer<ObjectNode> listener) {
        return audit.listen(listener);
    }

    /** What is stored. Writes through it bypass access and audit, as the cluster's own controllers do. */
    public ObjectStore store() {
        return store;
    }

    /** Looks at the clock again; whoever moves the clock by hand calls this afterwards. */
    public void clockMoved() {
        controlPlane.clockMoved();
    }

    /** Stops serving, ends every watch and every thread; may be called twice. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                LOG.warn("A part of the simulated cluster did not close", failure);
            }
        }
    }

    private Optional<SimulatedUser> find(String name) {
        return options.users().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    private List<Audit.Destination> destinations() {
        List<Audit.Destination> destinations = new ArrayList<>();
        options.auditFile().ifPresent(file -> destinations.add(new AuditFile(file)));
        options.auditWebhook().ifPresent(address -> destinations.add(part(new AuditWebhook(address))));
        return destinations;
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }
}
