package dev.understudy.independence;

/**
 * Where a share lies with a stated confidence.
 *
 * @param low lower end, between 0 and 1
 * @param high upper end, between 0 and 1
 */
public record Interval(double low, double high) {}
