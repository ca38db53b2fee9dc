package dev.understudy.exclusion;

import java.util.function.Consumer;

/** A source that sees who does what in the cluster, from before the drill to its end. */
@FunctionalInterface
public interface AuditTrail {
    /**
     * Follows the requests that concern a drill until closed; deliveries come on one thread, each once.
     *
     * @param lost hears, once, why no more will come although nobody closed it: what follows is not seen
     * @return stops following
     */
    AutoCloseable follow(AuditScope scope, Consumer<AuditedRequest> listener, Consumer<String> lost);

    /**
     * Waits, for as long as makes sense for this source, until it has told of everything up to our own last write in the
     * namespace that is followed. Sources that tell at once have nothing to wait for.
     *
     * @return whether it has
     */
    default boolean caughtUp() {
        return true;
    }
}
