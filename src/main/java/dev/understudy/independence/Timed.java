package dev.understudy.independence;

import java.time.Duration;

/**
 * How long something took.
 *
 * @param took until it happened, or until nobody waited any more; never negative
 * @param happened whether it did; otherwise the time is censored
 */
public record Timed(Duration took, boolean happened) {}
