package dev.understudy.probe;

import dev.understudy.cluster.Workload;
import java.time.Duration;

/** How a probe looks. */
public sealed interface ProbeCheck {
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
     * Watches a workload of the target namespace.
     *
     * @param ready how much of it must be ready
     */
    record Ready(Workload workload, Share ready) implements ProbeCheck {}
}
