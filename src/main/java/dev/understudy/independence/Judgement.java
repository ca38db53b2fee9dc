package dev.understudy.independence;

import dev.understudy.roster.Specialty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one service depends on one responder, and how that follows from the evidence.
 *
 * @param excluded name of the responder
 * @param because one sentence
 * @param missing what {@code independent} still lacks, in words; empty when it lacks nothing
 * @param sum all counted drills of the service
 * @param weightedPasses passes weighted by freshness: shown, never used
 * @param weightedDrills drills weighted by freshness: shown, never used
 * @param aborted drills in the window that were aborted
 * @param leads distinct people who led counted drills that people recovered in time, in order of appearance
 * @param classes by incident class: those that the roster requires, then others that were drilled
 * @param proof every condition of the rule, in its order
 * @param trend oldest first
 * @param drills ids of the drills that counted, oldest first
 * @param accepted specialty that somebody accepted and that has not expired; it changes no verdict
 */
public record Judgement(
        String service,
        String excluded,
        Verdict verdict,
        String because,
        List<String> missing,
        Estimate sum,
        double weightedPasses,
        double weightedDrills,
        int aborted,
        List<String> leads,
        List<ClassTally> classes,
        List<Clause> proof,
        List<TrendPoint> trend,
        List<String> drills,
        @Nullable Specialty accepted) {
    public Judgement {
        missing = List.copyOf(missing);
        leads = List.copyOf(leads);
        classes = List.copyOf(classes);
        proof = List.copyOf(proof);
        trend = List.copyOf(trend);
        drills = List.copyOf(drills);
    }
}
