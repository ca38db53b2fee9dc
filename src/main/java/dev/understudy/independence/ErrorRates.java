package dev.understudy.independence;

import java.util.List;
import java.util.function.BiFunction;

/**
 * How often the rule calls a team independent when somebody looks after each drill and stops at the first
 * {@link Verdict#INDEPENDENT}: computed exactly by following every number of passes that can still come, not simulated.
 * Only the numbers and the latest drill decide; fresh classes, leads, actions and aborted drills are taken as given, and
 * each of them can only make the rates smaller. The window makes them larger: as it moves on it drops old fails.
 *
 * @param thresholds of the rule
 */
public record ErrorRates(Thresholds thresholds) {
    private static final List<Double> CHANCES = List.of(0.5, 0.6, 0.7, 0.8, 0.9);
    private static final List<Integer> LOOKS = List.of(6, 12, 20);
    private static final List<Integer> WINDOWS = List.of(6, 12);
    /** So many drills the table of windows is for. */
    public static final int LONGEST = 20;

    private static final int WIDEST = 20;

    /**
     * Returns the probability that the rule says independent at least once, while no drill is older than the window.
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

    /**
     * Returns the same probability where the window only ever holds the latest few drills. What is followed is not how many
     * passed but which of them did, since a drill that leaves the window takes its own outcome away.
     *
     * @param chance that the team passes a drill, the same for each
     * @param drills how many are run at most
     * @param window how many the window holds; from 1 to 20
     */
    public double independentWithin(double chance, int drills, int window) {
        if (window < 1 || window > WIDEST) {
            throw new IllegalArgumentException("no rate for a window of " + window + " drills");
        }
        double[] undecided = new double[1 << window];
        undecided[0] = 1;
        double decided = 0;
        for (int n = 1; n <= drills; n++) {
            boolean[] enough = enough(Math.min(n, window));
            double[] next = new double[undecided.length];
            for (int latest = 0; latest < undecided.length; latest++) {
                int failed = latest << 1 & undecided.length - 1;
                next[failed] += undecided[latest] * (1 - chance);
                if (enough[Integer.bitCount(failed | 1)]) {
                    decided += undecided[latest] * chance;
                } else {
                    next[failed | 1] += undecided[latest] * chance;
                }
            }
            undecided = next;
        }
        return decided;
    }

    /** By number of passes, whether so many of these drills are enough. */
    private boolean[] enough(int drills) {
        boolean[] enough = new boolean[WIDEST + 1];
        for (int passes = 0; passes <= drills; passes++) {
            enough[passes] = new SuccessPosterior(passes, drills).suffices(thresholds);
        }
        return enough;
    }

    /** Returns the table of pages: one row for each true chance of 0.5 to 0.9. */
    public List<Row> table() {
        return rows(LOOKS, this::independentWithin);
    }

    /** Returns how often within 20 drills, by how many of them the window holds; rows as in the other table. */
    public List<Row> windows() {
        return rows(WINDOWS, (chance, window) -> independentWithin(chance, LONGEST, window));
    }

    private static List<Row> rows(List<Integer> columns, BiFunction<Double, Integer, Double> rate) {
        return CHANCES.stream()
                .map(chance -> new Row(
                        chance,
                        columns.stream()
                                .map(drills -> new Rate(drills, rate.apply(chance, drills)))
                                .toList()))
                .toList();
    }

    /** What one true chance of success leads to. */
    public record Row(double chance, List<Rate> rates) {}

    /**
     * How often.
     *
     * @param drills how many are run at most, or how many the window holds
     */
    public record Rate(int drills, double independent) {}
}
