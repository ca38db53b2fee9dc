package dev.understudy.report.picture;

import java.time.Duration;

/**
 * Something that lasted.
 *
 * @param label written inside where there is room; may be empty
 */
public record Span(Duration from, Duration to, Tone tone, String label) {}
