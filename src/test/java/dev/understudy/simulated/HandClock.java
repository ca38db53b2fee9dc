package dev.understudy.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told to. */
public final class HandClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-21T10:15:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration step) {
        now = now.plus(step);
    }
}
