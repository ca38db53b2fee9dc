package dev.understudy.probe;

import java.time.Duration;

/**
 * One question about the service.
 *
 * @param name unique in the scenario, as people say it
 * @param every from the start of one reading to the start of the next, 1 s when not given; a watched probe also
 *     reads on every change it sees
 */
public record Probe(String name, Duration every, ProbeCheck check) {}
