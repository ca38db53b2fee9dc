package dev.understudy.orchestrator;

import dev.understudy.drill.Signal;
import dev.understudy.probe.Probe;
import dev.understudy.probe.Reading;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question again and again, at a fixed rate counted from the start: a slow answer does not shift the next
 * question, and missed rounds are left out instead of being caught up on.
 */
final class ProbeRounds implements AutoCloseable {
    private final Probe probe;
    private final ProbeQuestion question;
    private final DrillClock clock;
    private final Signals signals;
    private final Thread thread;
    /** What was last told was true then, at the latest; null before the first reading. */
    private @Nullable Duration told;

    ProbeRounds(Probe probe, ProbeQuestion question, DrillClock clock, Signals signals) {
        this.probe = probe;
        this.question = question;
        this.clock = clock;
        this.signals = signals;
        this.thread = Thread.ofVirtual().name("probe " + probe.name()).start(this::rounds);
    }

    private void rounds() {
        Duration next = clock.offset();
        while (!Thread.currentThread().isInterrupted()) {
            signals.send(new Signal.Read(read()));
            do {
                next = next.plus(probe.every());
            } while (next.compareTo(clock.offset()) <= 0);
            try {
                Thread.sleep(next.minus(clock.offset()));
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** The answer is what was seen; the truth may have changed any time since what was told before was true. */
    private Reading read() {
        Duration start = clock.offset();
        ProbeQuestion.Found found = question.ask();
        Duration end = clock.offset();
        Duration now = start.minus(found.age());
        Duration since = told == null ? now : told;
        told = now;
        return new Reading(probe.name(), found.quality(), end, end.minus(since), found.detail());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
