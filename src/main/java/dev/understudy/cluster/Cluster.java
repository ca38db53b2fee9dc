package dev.understudy.cluster;

import java.util.function.Consumer;

/** What can be seen of a cluster. Every method may block; none changes anything. */
public interface Cluster {
    /**
     * Looks once.
     *
     * @throws ClusterException when the API server cannot be reached or refuses
     */
    ClusterView observe(Scope scope);

    /**
     * Follows the objects of a scope. First every object there is now, then each change, on one thread, in the
     * server's order per type. Reconnects by itself and reports the gap as {@link Sighting.Blind} and
     * {@link Sighting.Seeing}.
     *
     * @return closes the watch
     */
    AutoCloseable watch(Scope scope, Consumer<Sighting> listener);

    /**
     * Returns the uid of the kube-system namespace, which names the cluster for good.
     *
     * @throws ClusterException when the API server cannot be reached or refuses
     */
    String uid();
}
