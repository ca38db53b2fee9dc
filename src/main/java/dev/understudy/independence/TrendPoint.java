package dev.understudy.independence;

import dev.understudy.drill.Outcome;
import java.time.Instant;

/**
 * What the verdict would have been right after one drill.
 *
 * @param counted whether this drill counted as evidence
 * @param atLeast probability that the chance of success is at least what is asked for, as known then
 */
public record TrendPoint(
        Instant at,
        String drill,
        String incidentClass,
        Outcome outcome,
        boolean counted,
        Verdict verdict,
        double atLeast) {}
