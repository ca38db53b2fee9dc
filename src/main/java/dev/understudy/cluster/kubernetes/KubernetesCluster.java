package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.Access;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.Cluster;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.Sighting;
import dev.understudy.cluster.kubernetes.change.ChangesOnApi;
import dev.understudy.cluster.kubernetes.record.RecordsOnApi;
import dev.understudy.cluster.kubernetes.watch.Look;
import dev.understudy.cluster.kubernetes.watch.Watches;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Connection;
import dev.understudy.cluster.kubernetes.wire.Kubeconfig;
import dev.understudy.exclusion.AuditTrail;
import dev.understudy.probe.Connector;
import dev.understudy.probe.ProbeWay;
import dev.understudy.probe.ServiceCaller;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A cluster, reached through its API server. Opening sends nothing; {@link #uid} is a good first question, because it
 * fails where the connection does. Safe for use by several threads.
 */
public final class KubernetesCluster implements Cluster, AutoCloseable {
    /** How long an undo waits for the revision that a fault made to fall out of use, where nothing else is said. */
    public static final Duration SETTLE = Duration.ofSeconds(30);

    private final ApiServer server;
    private final InstantSource clock;
    private final Watches watches;
    private final boolean inside;
    private final String context;

    private KubernetesCluster(Config config, Client client, boolean inside) {
        server = Connection.open(config, client.agent(), client.patience(), client.clock());
        clock = client.clock();
        watches = new Watches(server, clock);
        this.inside = inside;
        context = config.getCurrentContext() == null
                ? "in-cluster"
                : config.getCurrentContext().getName();
    }

    /**
     * Opens the cluster that a kubeconfig names.
     *
     * @param kubeconfig empty for {@code KUBECONFIG}, {@code ~/.kube/config} or the account of the pod we run in
     * @param context empty for the current one
     * @throws ClusterException of kind {@code CONFIGURATION} that says what is wrong
     */
    public static KubernetesCluster open(Optional<Path> kubeconfig, Optional<String> context, Client client) {
        Config config = kubeconfig.map(f -> Kubeconfig.file(f, context)).orElseGet(() -> Kubeconfig.found(context));
        boolean inside = kubeconfig.isEmpty() && context.isEmpty() && Kubeconfig.insideCluster();
        return new KubernetesCluster(config, client, inside);
    }

    /**
     * Opens the cluster that the text of a kubeconfig names.
     *
     * @param context empty for the current one
     * @throws ClusterException of kind {@code CONFIGURATION} that says what is wrong
     */
    public static KubernetesCluster open(String kubeconfig, Optional<String> context, Client client) {
        return new KubernetesCluster(Kubeconfig.text(kubeconfig, context), client, false);
    }

    @Override
    public ClusterView observe(Scope scope) {
        return Look.at(server, scope, clock);
    }

    @Override
    public AutoCloseable watch(Scope scope, Consumer<Sighting> listener) {
        return watches.add(scope, listener);
    }

    @Override
    public String uid() {
        return server.find(new ObjectRef(ResourceType.NAMESPACE, "", "kube-system"))
                .orElseThrow(() -> new ClusterException(
                        Kind.NOT_FOUND,
                        "the cluster at " + server.address() + " has no namespace kube-system; is it Kubernetes?"))
                .uid();
    }

    /** Returns the name of the kubeconfig's context in use; {@code in-cluster} for a pod's own account. */
    public String context() {
        return context;
    }

    /** Who this cluster is and who we are to it. */
    public Introduction introduction() {
        return Introduction.of(server);
    }

    /**
     * The audit events of a cluster that offers them as a stream of lines, as a simulated one does.
     *
     * @param path of the stream
     */
    public AuditTrail auditStream(String path) {
        return new AuditLines(server, path);
    }

    /** What we are allowed to do. */
    public Access access() {
        return new AccessReviews(server);
    }

    /** The way to change it. */
    public ChangeWriter changes() {
        return changes(SETTLE);
    }

    /**
     * The way to change it.
     *
     * @param settle how long an undo waits for the revision that a fault made to fall out of use, before it removes it
     */
    public ChangeWriter changes(Duration settle) {
        return new ChangesOnApi(server, settle);
    }

    /** Where its drills' records stand. */
    public DrillRecords records() {
        return new RecordsOnApi(server, clock);
    }

    /** The way to call its services: directly from a pod inside, else through the API server. */
    public ServiceCaller services() {
        return inside ? new DirectServices() : new ProxiedServices(server);
    }

    /** The way to connect to its services: directly from a pod inside, else through the API server. */
    public Connector ports() {
        return inside ? new DirectPorts() : new ForwardedPorts(server);
    }

    /** How probes get to its services. */
    public ProbeWay way() {
        return inside ? ProbeWay.DIRECT : ProbeWay.API_SERVER;
    }

    /** What acts as the person whose credentials opened it. */
    public ResponderHands hands() {
        return new ResponderHands(server, clock);
    }

    @Override
    public void close() {
        watches.close();
        server.close();
    }
}
