package dev.understudy.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds room for labels below a line: each goes into the first row in which it touches no other. Ask from right to left:
 * then the line from a mark down to its label crosses no label of a later mark.
 */
final class LabelRows {
    private static final double GAP = 8;

    private final int most;
    private final List<List<double[]>> rows = new ArrayList<>();

    /**
     * Begins with no labels.
     *
     * @param most how many rows there may be
     */
    LabelRows(int most) {
        this.most = most;
    }

    /** Returns the row for a label, from 0; empty when there is no room. */
    OptionalInt place(double left, double width) {
        for (int row = 0; row < most; row++) {
            if (row == rows.size()) {
                rows.add(new ArrayList<>());
            }
            boolean free =
                    rows.get(row).stream().allMatch(taken -> left + width + GAP <= taken[0] || taken[1] + GAP <= left);
            if (free) {
                rows.get(row).add(new double[] {left, left + width});
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns how many rows are in use. */
    int used() {
        return (int) rows.stream().filter(row -> !row.isEmpty()).count();
    }
}
