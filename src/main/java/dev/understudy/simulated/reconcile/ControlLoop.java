package dev.understudy.simulated.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every reconciler on one daemon thread: it hears the changes of the store, lets each reconciler look at what they
 * concern, and sleeps until the next change or the next due time. One thread for all means that no two controllers race
 * with each other; they race with people only, as on a real cluster.
 */
public final class ControlLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);
    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final ObjectStore store;
    private final InstantSource clock;
    private final List<WorkQueue> queues;
    /** What happened; empty when only the clock moved. */
    private final BlockingQueue<Optional<StoreEvent>> inbox = new LinkedBlockingQueue<>();

    private final Thread thread;
    private volatile boolean stopped;

    public ControlLoop(ObjectStore store, InstantSource clock, List<Reconciler> reconcilers) {
        this.store = store;
        this.clock = clock;
        this.queues = reconcilers.stream()
                .map(reconciler -> new WorkQueue(reconciler, clock))
                .toList();
        this.thread =
                Thread.ofPlatform().name("simulated-control-plane").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Looks at the clock again: whoever moves a clock by hand calls this. */
    public void clockMoved() {
        inbox.add(Optional.empty());
    }

    /** Stops and waits for the thread; the step under way is finished first. Harmless before the start. */
    @Override
    public void close() {
        stopped = true;
        inbox.add(Optional.empty());
        if (thread.getState() == Thread.State.NEW) {
            // Nothing runs; a thread that never started cannot be joined when the wait is a Duration.
            return;
        }
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (AutoCloseable _ = store.subscribe(event -> inbox.add(Optional.of(event)))) {
            store.kinds().stored().forEach(this::hearExisting);
            while (!stopped) {
                hear();
                queues.forEach(queue -> queue.workOff(() -> stopped));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            LOG.error("The simulated control plane stopped", failure);
        }
    }

    private void hearExisting(Kind kind) {
        for (ObjectNode object : store.list(kind, "")) {
            dispatch(new StoreEvent(StoreEvent.Type.ADDED, kind, object, null, 0));
        }
    }

    /** Takes in everything that happened, after waiting for something to happen or to be due. */
    private void hear() throws InterruptedException {
        Optional<StoreEvent> first = inbox.poll(untilDue().toNanos(), TimeUnit.NANOSECONDS);
        while (first != null) {
            first.ifPresent(this::dispatch);
            first = inbox.poll();
        }
    }

    private void dispatch(StoreEvent event) {
        for (WorkQueue queue : queues) {
            queue.hear(event);
        }
    }

    private Duration untilDue() {
        if (queues.stream().anyMatch(WorkQueue::isBusy)) {
            return Duration.ZERO;
        }
        Optional<Instant> due = queues.stream()
                .map(WorkQueue::nextDue)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        // never shorter than a millisecond: a clock that stands still must not make the loop spin
        return due.map(at -> Duration.between(clock.instant(), at))
                .map(wait -> wait.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : wait)
                .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
                .orElse(LONGEST_SLEEP);
    }
}
