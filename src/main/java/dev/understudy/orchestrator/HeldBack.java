package dev.understudy.orchestrator;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.drill.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Evictions of one fault that a disruption budget did not allow: they are asked for again until the budget has room or
 * the fault ends, and what stayed is told.
 */
final class HeldBack {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String fault;
    private final List<Change> waiting;
    private final Function<Change, Applied> apply;
    private final Executor worker;
    private final Signals signals;
    private final Thread thread;

    /**
     * Begins to ask again.
     *
     * @param apply makes a change; used on the worker only
     * @param worker where changes of the drill are made, one after the other
     */
    HeldBack(String fault, List<Change> waiting, Function<Change, Applied> apply, Executor worker, Signals signals) {
        this.fault = fault;
        this.waiting = new ArrayList<>(waiting);
        this.apply = apply;
        this.worker = worker;
        this.signals = signals;
        this.thread = Thread.ofVirtual().name("held back").start(this::askAgain);
    }

    private void askAgain() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                worker.execute(this::round);
            }
        } catch (InterruptedException | RejectedExecutionException _) {
            // the fault has ended, or the drill
        }
    }

    private synchronized void round() {
        for (Change change : List.copyOf(waiting)) {
            switch (attempt(change)) {
                case Applied.Made _ -> {
                    waiting.remove(change);
                    told(change, "evicted now: its budget has room again");
                }
                case Applied.Gone(Change _, String why) -> {
                    waiting.remove(change);
                    told(change, why);
                }
                case Applied.Refused(Change _, String why) -> {
                    waiting.remove(change);
                    told(change, why);
                }
                case Applied.HeldBack _ -> {}
            }
        }
        if (waiting.isEmpty()) {
            thread.interrupt();
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

    /** Asks no more, and tells what stayed. */
    synchronized void end() {
        thread.interrupt();
        if (!waiting.isEmpty()) {
            signals.send(new Signal.Remarked("fault '" + fault + "': never evicted, because a disruption budget did not"
                    + " allow it: "
                    + waiting.stream().map(c -> c.object().toString()).collect(Collectors.joining(", "))));
            waiting.clear();
        }
    }
}
