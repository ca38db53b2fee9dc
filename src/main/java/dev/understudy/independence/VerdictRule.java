package dev.understudy.independence;

import java.util.List;
import java.util.stream.Stream;

/**
 * Judges from raw counts whether a service depends on somebody: independent if every condition of independence holds,
 * else dependent if every condition of dependence does, else insufficient. Both lists of conditions are printed, so that
 * anybody can follow the verdict from the evidence.
 */
public final class VerdictRule {
    /** Goes up when the same evidence may be judged differently. */
    public static final int VERSION = 1;

    private VerdictRule() {}

    /** Applies the rule. */
    static Ruling apply(Sample sample) {
        IndependentConditions conditions = new IndependentConditions(sample);
        List<Condition> independent = conditions.all();
        List<Condition> dependent = new DependentConditions(sample).all();
        Verdict verdict = verdict(independent, dependent);
        return new Ruling(
                verdict,
                Stream.concat(independent.stream(), dependent.stream())
                        .map(Condition::clause)
                        .toList(),
                conditions.missing());
    }

    private static Verdict verdict(List<Condition> independent, List<Condition> dependent) {
        if (independent.stream().allMatch(Condition::holds)) {
            return Verdict.INDEPENDENT;
        }
        return dependent.stream().allMatch(Condition::holds) ? Verdict.DEPENDENT : Verdict.INSUFFICIENT;
    }

    /**
     * A verdict and how it follows.
     *
     * @param missing what {@code independent} still lacks, in words; empty when it lacks nothing
     */
    record Ruling(Verdict verdict, List<Clause> proof, List<String> missing) {}
}
