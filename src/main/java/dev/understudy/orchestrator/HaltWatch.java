package dev.understudy.orchestrator;

import dev.understudy.drill.EndCause;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import dev.understudy.journal.Halt;
import dev.understudy.journal.Halts;
import dev.understudy.journal.JournalException;
import java.time.Duration;
import java.util.Optional;

/** Asks every second whether drills are halted, and stops this one when they are. */
final class HaltWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Halts halts;
    private final Signals signals;
    private final Thread thread;

    HaltWatch(Halts halts, Signals signals) {
        this.halts = halts;
        this.signals = signals;
        this.thread = Thread.ofVirtual().name("halt").start(this::watch);
    }

    private void watch() {
        try {
            Optional<Halt> halt = current();
            while (halt.isEmpty()) {
                Thread.sleep(EVERY);
                halt = current();
            }
            signals.send(
                    new Signal.Stop(EndCause.HALT, halt.get().words()),
                    new Origin(halt.get().who(), "halt", Grade.C));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that cannot be read ends the drill by itself, when its next event cannot be written. */
    private Optional<Halt> current() {
        try {
            return halts.current();
        } catch (JournalException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
