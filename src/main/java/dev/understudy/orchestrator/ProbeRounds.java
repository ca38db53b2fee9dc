package dev.understudy.orchestrator;

import dev.understudy.drill.Signal;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.probe.ServiceCaller;
import java.net.URI;
import java.time.Duration;

/**
 * Asks one URL again and again, at a fixed rate counted from the start: a slow answer does not shift the next
 * question, and missed rounds are left out instead of being caught up on.
 */
final class ProbeRounds implements AutoCloseable {
    private final Probe probe;
    private final ProbeCheck.Http http;
    private final ServiceCaller caller;
    private final DrillClock clock;
    private final Signals signals;
    private final Thread thread;

    ProbeRounds(Probe probe, ProbeCheck.Http http, ServiceCaller caller, DrillClock clock, Signals signals) {
        this.probe = probe;
        this.http = http;
        this.caller = caller;
        this.clock = clock;
        this.signals = signals;
        this.thread = Thread.ofVirtual().name("probe " + probe.name()).start(this::rounds);
    }

    private void rounds() {
        Duration next = clock.offset();
        Duration before = null;
        while (!Thread.currentThread().isInterrupted()) {
            Duration start = clock.offset();
            Reading reading = read(start, before == null ? Duration.ZERO : start.minus(before));
            signals.send(new Signal.Read(reading));
            before = start;
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

    /** The truth may have changed any time since the question before was asked. */
    private Reading read(Duration start, Duration sinceBefore) {
        ServiceCaller.Answer answer = caller.call(URI.create(http.url()), http.timeout());
        Duration end = clock.offset();
        Duration error = sinceBefore.plus(end.minus(start));
        return switch (answer) {
            case ServiceCaller.Answer.Status(int status, Duration _)
            when status == http.status() -> new Reading(probe.name(), Quality.GOOD, end, error, "answers " + status);
            case ServiceCaller.Answer.Status(int status, Duration _) ->
                new Reading(probe.name(), Quality.BAD, end, error, status + " instead of " + http.status());
            case ServiceCaller.Answer.Unreachable(String why) ->
                new Reading(probe.name(), Quality.BAD, end, error, why);
            case ServiceCaller.Answer.Blind(String why) -> new Reading(probe.name(), Quality.UNKNOWN, end, error, why);
        };
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
