package dev.understudy.report.picture;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name of the line; stands in the legend; empty for none
 * @param points from left to right
 * @param steps whether it stays level until the next point, as a survival curve does
 * @param dots marked points of it
 */
public record Curve(String name, List<Point> points, boolean steps, List<Dot> dots) {
    public Curve {
        points = List.copyOf(points);
        dots = List.copyOf(dots);
    }

    /** A place on the chart, in the units of its axes. */
    public record Point(double x, double y) {}

    /**
     * A marked place.
     *
     * @param says what it is, for whoever points at it
     */
    public record Dot(double x, double y, Mood mood, String says) {}
}
