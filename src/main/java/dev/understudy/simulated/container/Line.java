package dev.understudy.simulated.container;

import java.time.Instant;

/** One line that a container has said. */
public record Line(Instant at, String text) {}
