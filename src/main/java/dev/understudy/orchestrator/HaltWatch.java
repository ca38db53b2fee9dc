package dev.understudy.orchestrator;

import dev.understudy.drill.EndCause;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import dev.understudy.journal.Halt;
import dev.understudy.journal.Halts;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks every second whether drills are halted, once for all drills that go on, and stops them when they are. Asks nobody
 * while no drill goes on.
 */
final class HaltWatch {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Halts halts;
    private final Set<Signals> drills = new HashSet<>();
    private @Nullable Thread thread;

    HaltWatch(Halts halts) {
        this.halts = halts;
    }

    /** Watches for one more drill, until closed. */
    synchronized AutoCloseable over(Signals drill) {
        drills.add(drill);
        if (thread == null) {
            thread = Thread.ofVirtual().name("halt").start(this::watch);
        }
        return () -> forget(drill);
    }

    private synchronized void forget(Signals drill) {
        drills.remove(drill);
        if (drills.isEmpty() && thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that cannot be read ends the drills by itself, when their next event cannot be written. */
    private void look() {
        try {
            halts.current().ifPresent(this::stop);
        } catch (RuntimeException _) {
            // asked again in a second
        }
    }

    /** Drills that are ending already do not mind. */
    private synchronized void stop(Halt halt) {
        Origin who = new Origin(halt.who(), "halt", Grade.C);
        drills.forEach(drill -> drill.send(new Signal.Stop(EndCause.HALT, halt.words()), who));
    }
}
