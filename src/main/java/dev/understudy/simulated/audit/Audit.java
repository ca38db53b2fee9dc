package dev.understudy.simulated.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
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

    private final BlockingQueue<ObjectNode> waiting = new LinkedBlockingQueue<>();
    private final List<Consumer<ObjectNode>> listeners = new CopyOnWriteArrayList<>();
    private final List<Destination> destinations;
    private final Thread thread;
    private volatile boolean closing;

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
        waiting.add(event);
    }

    private void deliver() {
        List<ObjectNode> batch = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            try {
                batch.add(waiting.take());
            } catch (InterruptedException closed) {
                // Closing: what still waits is delivered, then the loop ends.
                closing = true;
            }
            waiting.drainTo(batch, LARGEST_BATCH);
            send(batch);
            batch.clear();
        }
    }

    private void send(List<ObjectNode> batch) {
        if (batch.isEmpty()) {
            return;
        }
        for (ObjectNode event : batch) {
            listeners.forEach(listener -> attempt(() -> listener.accept(event)));
        }
        List<ObjectNode> events = List.copyOf(batch);
        destinations.forEach(destination -> attempt(() -> destination.write(events)));
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
        closing = true;
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
