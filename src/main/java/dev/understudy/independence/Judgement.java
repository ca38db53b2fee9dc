package dev.understudy.independence;

import dev.understudy.roster.Specialty;
import dev.understudy.wording.Words;
import java.util.List;

/**
 * Whether one service depends on one responder (or on several who were excluded together), and how that follows from
 * the evidence. Computed, never stored.
 *
 * @param excluded names of the responders, sorted; nearly always one
 * @param because one sentence
 * @param missing what {@code independent} still lacks, in words; empty when it lacks nothing
 * @param sum all counted drills of the service
 * @param counting which drills were counted and which not
 * @param weightedPasses passes weighted by freshness: shown, never used
 * @param weightedDrills drills weighted by freshness: shown, never used
 * @param leads distinct people who led counted drills that people recovered in time, in order of appearance
 * @param classes by incident class: those that the roster requires, then others that were drilled, then those that only
 *     the incident history knows; these count in no verdict
 * @param proof every condition of the rule, in its order
 * @param trend oldest first
 * @param drills ids of the drills that counted, oldest first
 * @param accepted dependence that somebody accepted and that has not expired; it changes no verdict
 * @param expired dependence that was accepted and has expired
 */
public record Judgement(
        String service,
        List<String> excluded,
        Verdict verdict,
        String because,
        List<String> missing,
        Estimate sum,
        Counting counting,
        double weightedPasses,
        double weightedDrills,
        List<String> leads,
        List<ClassTally> classes,
        List<Clause> proof,
        List<TrendPoint> trend,
        List<String> drills,
        List<Specialty> accepted,
        List<Specialty> expired) {
    public Judgement {
        excluded = excluded.stream().sorted().toList();
        missing = List.copyOf(missing);
        leads = List.copyOf(leads);
        classes = List.copyOf(classes);
        proof = List.copyOf(proof);
        trend = List.copyOf(trend);
        drills = List.copyOf(drills);
        accepted = List.copyOf(accepted);
        expired = List.copyOf(expired);
    }

    /** Tells whether a drill that counted failed. */
    public boolean failed() {
        return sum.passes() < sum.drills();
    }

    /** Returns the incident classes of which a drill that counted was passed: it was shown for no other. */
    public List<String> passedClasses() {
        return classes.stream()
                .filter(c -> c.estimate().passes() > 0)
                .map(ClassTally::incidentClass)
                .toList();
    }

    /** Returns the excluded in words: {@code ana}, or {@code ana and bo}. */
    public String who() {
        return Words.listed(excluded);
    }

    /** Returns what is missing in one phrase: {@code 2 more passes in a row, a second lead, and a drill of bad-deploy}. */
    public String lacks() {
        return Words.listed(missing);
    }
}
