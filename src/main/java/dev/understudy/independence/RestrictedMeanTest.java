package dev.understudy.independence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether it takes longer without a responder than with.
 *
 * @param limit up to which means are taken
 * @param with how many drills with
 * @param without how many without
 * @param meanWith restricted mean with
 * @param meanWithout restricted mean without
 * @param p share of all splits that differ at least as much; null when there are too many to try
 * @param smallest smallest p that these sizes could have given
 */
public record RestrictedMeanTest(
        Duration limit,
        int with,
        int without,
        Duration meanWith,
        Duration meanWithout,
        @Nullable Double p,
        double smallest) {
    /** Returns by how much longer it took without; negative when it was quicker. */
    public Duration difference() {
        return meanWithout.minus(meanWith);
    }
}
