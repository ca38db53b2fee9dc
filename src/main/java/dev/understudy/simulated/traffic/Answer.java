package dev.understudy.simulated.traffic;

import java.time.Duration;

/**
 * What a caller of a Service gets back.
 *
 * @param status HTTP status code, 503 where nobody serves
 * @param contentType media type of the body
 * @param body text of the answer
 * @param latency how long the caller waits for it, never negative
 */
public record Answer(int status, String contentType, String body, Duration latency) {}
