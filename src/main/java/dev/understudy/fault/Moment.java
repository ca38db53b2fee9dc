package dev.understudy.fault;

import java.time.Instant;

/**
 * All that a planner may know of time and chance.
 *
 * @param now when the plan is made
 * @param seed for every random choice; printed by {@code plan}, so that the choice can be made again
 */
public record Moment(Instant now, long seed) {}
