package dev.understudy.cluster.kubernetes.watch;

import dev.understudy.cluster.Sighting;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands sightings of several watches to one listener, one after the other on one thread, so that none waits for it. */
final class Subscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final BlockingQueue<Optional<Sighting>> queue = new LinkedBlockingQueue<>();
    private final Consumer<Sighting> listener;
    private volatile boolean closed;

    Subscription(Consumer<Sighting> listener) {
        this.listener = listener;
        Thread.ofVirtual().name("sightings").start(this::deliver);
    }

    void put(Sighting sighting) {
        queue.add(Optional.of(sighting));
    }

    /** Ends the delivery; what the listener has not been told yet it will not be told. */
    @Override
    public void close() {
        closed = true;
        queue.add(Optional.empty());
    }

    private void deliver() {
        try {
            while (!closed) {
                Optional<Sighting> next = queue.take();
                if (next.isPresent() && !closed) {
                    tell(next.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Sighting sighting) {
        try {
            listener.accept(sighting);
        } catch (RuntimeException e) {
            // one failing listener must not blind the others, nor itself for what comes next
            LOG.error("a listener failed at a sighting", e);
        }
    }
}
