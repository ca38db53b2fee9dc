package dev.understudy.simulated.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings audit events to whoever wants them: listeners one by one and in order, destinations in batches. All of it
 * happens on one thread of its own, so that no request waits for it.
 */
public final class Audit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final int LARGEST_BATCH = 400;

    /** Takes batches of events; throws when it cannot. */
    @FunctionalInterface
    public interface Destination {
        void write(List<ObjectNode> events) throws Exception;
    }

    /** Events in order; an empty one says that none will follow. */
    private final BlockingQueue<Optional<ObjectNode>> waiting = new LinkedBlockingQueue<>();

    private final List<Consumer<ObjectNode>> listeners = new CopyOnWriteArrayList<>();
    private final List<Destination> destinations;
    private final Thread thread;

    /** Starts the thread that delivers. */
    public Audit(List<Destination> destinations) {
        this.destinations = List.copyOf(destinations);
        thread = Thread.ofPlatform().name("simulated-audit").daemon().start(this::deliver);
    }

    /** Hears every later event; the event is shared and must not be changed. */
    public AutoCloseable listen(Consumer<ObjectNode> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Notes one event; returns at once. */
    public void note(ObjectNode event) {
        waiting.add(Optional.of(event));
    }

    private void deliver() {
        List<Optional<ObjectNode>> batch = new ArrayList<>();
        try {
            boolean more = true;
            while (more) {
                batch.add(waiting.take());
                waiting.drainTo(batch, LARGEST_BATCH);
                more = batch.stream().allMatch(Optional::isPresent);
                send(batch.stream().flatMap(Optional::stream).toList());
                batch.clear();
            }
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<ObjectNode> batch) {
        if (batch.isEmpty()) {
            return;
        }
        for (ObjectNode event : batch) {
            listeners.forEach(listener -> attempt(() -> listener.accept(event)));
        }
        destinations.forEach(destination -> attempt(() -> destination.write(batch)));
    }

    private static void attempt(Delivery delivery) {
        try {
            delivery.run();
        } catch (Exception failure) {
            LOG.warn("Audit events could not be delivered: {}", failure.toString());
        }
    }

    @FunctionalInterface
    private interface Delivery {
        void run() throws Exception;
    }

    /** Delivers what is still waiting, then stops. */
    @Override
    public void close() {
        // No interrupt: a batch that is under way still arrives.
        waiting.add(Optional.empty());
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
