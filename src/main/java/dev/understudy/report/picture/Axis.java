package dev.understudy.report.picture;

import java.util.List;

/**
 * One axis of a chart.
 *
 * @param label what it measures and in what unit; stands at its end
 * @param from its least value
 * @param to its greatest; more than {@code from}
 * @param ticks values with a name, ascending
 */
public record Axis(String label, double from, double to, List<Tick> ticks) {
    public Axis {
        if (!(to > from)) {
            throw new IllegalArgumentException("an axis goes up: " + from + " to " + to);
        }
        ticks = List.copyOf(ticks);
    }

    /** A value with a name. */
    public record Tick(double at, String text) {}

    /** Returns an axis of shares from 0 to 100 %. */
    public static Axis percent(String label) {
        return new Axis(
                label,
                0,
                1,
                List.of(
                        new Tick(0, "0 %"),
                        new Tick(0.25, "25 %"),
                        new Tick(0.5, "50 %"),
                        new Tick(0.75, "75 %"),
                        new Tick(1, "100 %")));
    }

    /** Returns where a value lies between two ends, those of the axis if it is beyond it. */
    double place(double value, double first, double last) {
        return first + (last - first) * Math.clamp((value - from) / (to - from), 0, 1);
    }
}
