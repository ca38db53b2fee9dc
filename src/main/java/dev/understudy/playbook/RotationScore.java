package dev.understudy.playbook;

import java.util.Comparator;

/**
 * How good a rotation is: less is better, and an earlier figure decides before a later one.
 *
 * @param shortfall people that services lack of those who should have led without the hero, each weighted by
 *     criticality (1 to 3)
 * @param lateness sum over needed drills of weight in millionths x twice the week; a drill led with support counts half
 *     as late as one without a place, since it is no evidence
 * @param gained minus how many people lead a service without its hero for the first time
 * @param spread most less fewest leads of one person
 * @param squares sum of everybody's squared leads: for the same number of drills it falls with their variance
 * @param unobserved drills whose lead does it for the first time and nobody experienced watches
 * @param repeats drills whose lead has led that scenario before
 */
record RotationScore(
        long shortfall, long lateness, long gained, long spread, long squares, long unobserved, long repeats)
        implements Comparable<RotationScore> {
    private static final Comparator<RotationScore> ORDER = Comparator.comparingLong(RotationScore::shortfall)
            .thenComparingLong(RotationScore::lateness)
            .thenComparingLong(RotationScore::gained)
            .thenComparingLong(RotationScore::spread)
            .thenComparingLong(RotationScore::squares)
            .thenComparingLong(RotationScore::unobserved)
            .thenComparingLong(RotationScore::repeats);

    @Override
    public int compareTo(RotationScore other) {
        return ORDER.compare(this, other);
    }
}
