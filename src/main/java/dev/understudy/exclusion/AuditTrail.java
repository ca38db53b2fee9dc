package dev.understudy.exclusion;

import java.util.function.Consumer;

/** A source that sees who does what in the cluster, from before the drill to its end. */
@FunctionalInterface
public interface AuditTrail {
    /**
     * Follows requests in a namespace until closed; deliveries come on one thread, each once.
     *
     * @param lost hears, once, why no more will come although nobody closed it: what follows is not seen
     * @return stops following
     */
    AutoCloseable follow(String namespace, Consumer<AuditedRequest> listener, Consumer<String> lost);
}
