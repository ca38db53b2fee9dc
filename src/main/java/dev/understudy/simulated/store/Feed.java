package dev.understudy.simulated.store;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every change to every listener, in order, on one thread of its own. A listener that throws is logged and goes
 * on hearing; one that is slow delays the others, so listeners only take note and work elsewhere.
 */
final class Feed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private record Listener(long after, Consumer<StoreEvent> consumer) {}

    private final BlockingQueue<StoreEvent> waiting = new LinkedBlockingQueue<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;

    Feed() {
        thread = Thread.ofPlatform().name("simulated-store").daemon().start(this::deliver);
    }

    void publish(StoreEvent event) {
        waiting.add(event);
    }

    AutoCloseable subscribe(long after, Consumer<StoreEvent> consumer) {
        Listener listener = new Listener(after, consumer);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void deliver() {
        try {
            while (true) {
                StoreEvent event = waiting.take();
                for (Listener listener : listeners) {
                    if (event.resourceVersion() > listener.after()) {
                        tell(listener, event);
                    }
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Listener listener, StoreEvent event) {
        try {
            listener.consumer().accept(event);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "A listener failed on {} of a {}",
                    event.type(),
                    event.kind().kind(),
                    failure);
        }
    }

    /** Stops delivering and waits for the thread, unless a listener itself closes the store. */
    @Override
    public void close() {
        thread.interrupt();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
