package dev.understudy.orchestrator;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.drill.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Evictions of one fault that a disruption budget did not allow: they are asked for again until the budget has room or
 * the fault ends, and what stayed is told. Never more than one round waits for its turn, so that an undo is not kept
 * waiting by a slow server; from {@link #stop} on nothing more is asked for.
 */
final class HeldBack {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String fault;
    private final List<Change> waiting = new ArrayList<>();
    private final Function<Change, Applied> apply;
    private final Executor worker;
    private final Signals signals;
    private final AtomicBoolean queued = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean stopped;

    /**
     * Begins to ask again.
     *
     * @param apply makes a change; used on the worker only
     * @param worker where changes of the drill are made, one after the other
     */
    HeldBack(String fault, Function<Change, Applied> apply, Executor worker, Signals signals) {
        this.fault = fault;
        this.apply = apply;
        this.worker = worker;
        this.signals = signals;
        this.thread = Thread.ofVirtual().name("held back").start(this::askAgain);
    }

    synchronized void add(List<Change> more) {
        waiting.addAll(more);
    }

    private void askAgain() {
        try {
            while (!stopped) {
                Thread.sleep(PAUSE);
                if (queued.compareAndSet(false, true)) {
                    worker.execute(this::round);
                }
            }
        } catch (InterruptedException | RejectedExecutionException _) {
            // the fault has ended, or the drill
        }
    }

    private synchronized void round() {
        queued.set(false);
        for (Change change : List.copyOf(waiting)) {
            if (stopped) {
                return;
            }
            switch (attempt(change)) {
                case Applied.Made _ -> {
                    waiting.remove(change);
                    told(change, "evicted now: its budget has room again");
                }
                case Applied.Gone(Change _, String why) -> {
                    waiting.remove(change);
                    told(change, why);
                }
                case Applied.Refused _, Applied.HeldBack _ -> {}
            }
        }
    }

    /** A server that does not answer is asked again too. */
    private Applied attempt(Change change) {
        try {
            return apply.apply(change);
        } catch (RuntimeException e) {
            return new Applied.HeldBack(change, String.valueOf(e.getMessage()));
        }
    }

    private void told(Change change, String what) {
        signals.send(new Signal.Remarked("fault '" + fault + "', " + change.object() + ": " + what));
    }

    /** Asks no more; safe for any thread. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** Asks no more, and tells what stayed. */
    synchronized void end() {
        stop();
        if (!waiting.isEmpty()) {
            signals.send(new Signal.Remarked("fault '" + fault + "': never evicted, because a disruption budget did not"
                    + " allow it: "
                    + waiting.stream().map(c -> c.object().toString()).collect(Collectors.joining(", "))));
            waiting.clear();
        }
    }
}
