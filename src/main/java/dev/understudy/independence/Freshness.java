package dev.understudy.independence;

import java.time.Duration;
import java.time.Instant;

/**
 * How much older evidence still weighs: {@code 0.5^(age / half-life)}. The half-life of 180 days is a default borrowed
 * from neighbouring fields: Tatel and Ackerman's meta-analysis (2025) finds half of a gain lost after about 6.5 months
 * without use, Arthur and others (1998) a loss that grows through the first year. No verdict uses it: with a drill every
 * 90 days weighted counts could never suffice.
 *
 * @param halfLife after which evidence weighs half; above zero
 */
public record Freshness(Duration halfLife) {
    public Freshness {
        if (!halfLife.isPositive()) {
            throw new IllegalArgumentException("a half-life of " + halfLife);
        }
    }

    /** Returns the weight of evidence of that age: 1 for none, and for a negative one. */
    public double weight(Duration age) {
        return age.isNegative() ? 1 : Math.pow(0.5, (double) age.toMillis() / halfLife.toMillis());
    }

    /** Returns the weight at a moment of what happened at another. */
    public double weight(Instant happened, Instant moment) {
        return weight(Duration.between(happened, moment));
    }
}
