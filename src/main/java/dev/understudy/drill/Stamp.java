package dev.understudy.drill;

import java.time.Duration;
import java.time.Instant;

/**
 * When something was noted here.
 *
 * @param at wall time
 * @param offset on the drill's monotonic clock, zero when the drill was opened; intervals are measured with it
 */
public record Stamp(Instant at, Duration offset) {}
