package dev.understudy.simulated.watch;

import dev.understudy.simulated.store.StoreEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest changes, so that a client that lost its connection may go on where it was. Not thread-safe. */
final class History {
    private final int capacity;
    private final Deque<StoreEvent> events = new ArrayDeque<>();
    private long forgotten;
    private long latest;

    /** Keeps at most {@code capacity} changes. */
    History(int capacity) {
        this.capacity = capacity;
    }

    void add(StoreEvent event) {
        events.addLast(event);
        latest = event.resourceVersion();
        if (events.size() > capacity) {
            forgotten = events.removeFirst().resourceVersion();
        }
    }

    /** Tells whether nothing after this version has been forgotten. */
    boolean reaches(long version) {
        return version >= forgotten;
    }

    List<StoreEvent> after(long version) {
        return events.stream()
                .filter(event -> event.resourceVersion() > version)
                .toList();
    }

    /** The version of the latest change. */
    long latest() {
        return latest;
    }
}
