package dev.understudy.simulated.watch;

import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Snapshot;
import dev.understudy.simulated.store.StoreEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every open watch, and the latest changes for those that come back. Sinks take events without waiting, so a slow
 * client holds up nobody.
 */
public final class Watches implements AutoCloseable {
    private static final int REMEMBERED = 4_096;

    private final MemoryStore store;
    private final History history = new History(REMEMBERED);
    private final List<Watch> open = new ArrayList<>();
    private final AutoCloseable subscription;

    /** Hears the store from now on. */
    public Watches(MemoryStore store) {
        this.store = store;
        this.subscription = store.subscribe(this::hear);
    }

    /**
     * Opens a watch.
     *
     * @return what closes it; empty when changes after the wanted version have been forgotten
     */
    public Optional<Runnable> open(WatchOptions options, Sink sink) {
        if (options.from() == 0) {
            return Optional.of(fromNow(options, sink));
        }
        synchronized (this) {
            if (!history.reaches(options.from())) {
                return Optional.empty();
            }
            Watch watch = new Watch(options, sink, options.from());
            history.after(options.from()).forEach(watch::hear);
            return Optional.of(join(watch));
        }
    }

    private Runnable fromNow(WatchOptions options, Sink sink) {
        Snapshot now = store.snapshot(options.kind(), options.namespace());
        Watch watch = new Watch(options, sink, now.resourceVersion());
        now.items().forEach(watch::begin);
        if (options.initialEnd()) {
            watch.bookmark(now.resourceVersion(), true);
        }
        synchronized (this) {
            history.after(now.resourceVersion()).forEach(watch::hear);
            return join(watch);
        }
    }

    /** Tells every watch that wants it how far the stream is; called now and then. */
    public synchronized void bookmark() {
        if (history.latest() > 0) {
            open.stream().filter(Watch::wantsBookmarks).forEach(watch -> watch.bookmark(history.latest(), false));
        }
    }

    /** The version of the latest change heard. */
    public synchronized long latest() {
        return history.latest();
    }

    private synchronized void hear(StoreEvent event) {
        history.add(event);
        open.forEach(watch -> watch.hear(event));
    }

    private Runnable join(Watch watch) {
        open.add(watch);
        return () -> leave(watch);
    }

    private synchronized void leave(Watch watch) {
        open.remove(watch);
    }

    /** Ends every watch. */
    @Override
    public void close() {
        List<Watch> last;
        synchronized (this) {
            last = List.copyOf(open);
            open.clear();
        }
        last.forEach(Watch::end);
        try {
            subscription.close();
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
