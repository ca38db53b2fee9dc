package dev.understudy.drill;

/**
 * One line of the journal.
 *
 * @param number from 0, without gaps
 */
public record Entry(int number, Stamp stamp, Origin origin, DrillEvent event) {}
