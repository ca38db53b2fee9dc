package dev.understudy.probe;

import dev.understudy.cluster.Workload;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a probe looks. */
public sealed interface ProbeCheck {
    /**
     * Returns what it asks, for people.
     *
     * @param way how it gets to services
     */
    default String words(ProbeWay way) {
        return switch (this) {
            case Http http -> "GET " + http.url() + " answers " + http.status() + ", asked " + way.words();
            case Tcp tcp -> tcp.host() + ":" + tcp.port() + " accepts connections, asked " + way.words();
            case Prometheus ask ->
                ask.query() + " is " + ask.threshold() + ", asked of "
                        + (ask.url() == null ? "the simulated cluster's own Prometheus" : ask.url());
            case Ready ready -> ready.ready() + " of " + ready.workload() + " ready, watched";
        };
    }

    /**
     * Asks a URL.
     *
     * @param url {@code http://service.namespace[:port]/path} of a service in the cluster; called directly when this
     *     process runs inside the cluster, else through the API server's service proxy
     * @param status status that is good, 200 when not given
     * @param timeout after which the answer is bad, 1 s when not given; more than zero
     */
    record Http(String url, int status, Duration timeout) implements ProbeCheck {}

    /**
     * Opens a connection and closes it again; sends nothing.
     *
     * @param host {@code service.namespace} of a service in the cluster; reached directly when this process runs inside
     *     the cluster, else through the API server's port-forward to a ready pod behind it
     * @param port of the service, 1 to 65535
     * @param timeout after which it counts as not accepted, 1 s when not given; more than zero
     */
    record Tcp(String host, int port, Duration timeout) implements ProbeCheck {}

    /**
     * Asks a Prometheus for one number, or one for each of several series.
     *
     * @param url of the server, with the prefix it is served under; null for the simulated cluster's own
     * @param query an instant query whose result is a scalar or a vector
     * @param threshold what every series must satisfy
     * @param tokenFrom name of the environment variable that holds a bearer token; null to send none
     * @param timeout after which nobody can tell, 2 s when not given; more than zero
     */
    record Prometheus(
            @Nullable String url,
            String query,
            Threshold threshold,
            @Nullable String tokenFrom,
            Duration timeout) implements ProbeCheck {}

    /**
     * Watches a workload of the target namespace.
     *
     * @param ready how much of it must be ready
     */
    record Ready(Workload workload, Share ready) implements ProbeCheck {}
}
