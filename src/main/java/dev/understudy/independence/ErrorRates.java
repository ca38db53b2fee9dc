package dev.understudy.independence;

import java.util.ArrayList;
import java.util.List;

/**
 * How often the rule calls a team independent when somebody looks after each drill and stops at the first
 * {@link Verdict#INDEPENDENT}: computed exactly by following every number of passes that can still come, not simulated.
 * Only the numbers and the latest drill decide; fresh classes, leads, actions and aborted drills are taken as given, and
 * each of them can only make the rates smaller.
 *
 * @param thresholds of the rule
 */
public record ErrorRates(Thresholds thresholds) {
    private static final List<Double> CHANCES = List.of(0.5, 0.6, 0.7, 0.8, 0.9);
    private static final List<Integer> LOOKS = List.of(6, 12, 20);

    /**
     * Returns the probability that the rule says independent at least once.
     *
     * @param chance that the team passes a drill, the same for each
     * @param drills how many are run at most
     */
    public double independentWithin(double chance, int drills) {
        double[] undecided = {1};
        double decided = 0;
        for (int n = 1; n <= drills; n++) {
            double[] next = new double[n + 1];
            for (int k = 0; k < n; k++) {
                next[k] += undecided[k] * (1 - chance);
                double passed = undecided[k] * chance;
                if (new SuccessPosterior(k + 1, n).suffices(thresholds)) {
                    decided += passed;
                } else {
                    next[k + 1] += passed;
                }
            }
            undecided = next;
        }
        return decided;
    }

    /** Returns the table of pages: one row for each true chance of 0.5 to 0.9. */
    public List<Row> table() {
        List<Row> rows = new ArrayList<>();
        for (double chance : CHANCES) {
            rows.add(new Row(
                    chance,
                    LOOKS.stream()
                            .map(drills -> new Rate(drills, independentWithin(chance, drills)))
                            .toList()));
        }
        return rows;
    }

    /** What one true chance of success leads to. */
    public record Row(double chance, List<Rate> rates) {}

    /** How often within so many drills. */
    public record Rate(int drills, double independent) {}
}
