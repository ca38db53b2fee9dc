package dev.understudy.independence;

import dev.understudy.drill.Outcome;
import java.time.Instant;

/**
 * What the verdict would have been after one drill, with the debriefs that were held before the next.
 *
 * @param outcome as known today
 * @param counted whether this drill counts as evidence today
 * @param reason why not, in words; empty when it does
 * @param atLeast probability that the chance of success is at least what is asked for, as known then
 */
public record TrendPoint(
        Instant at,
        String drill,
        String incidentClass,
        Outcome outcome,
        boolean counted,
        String reason,
        Verdict verdict,
        double atLeast) {}
