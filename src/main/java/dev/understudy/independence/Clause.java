package dev.understudy.independence;

/**
 * One line of a verdict's proof.
 *
 * @param of verdict that it is a condition of
 * @param asks what the rule asks for, in words and figures
 * @param found what there is, in words and figures to four digits
 * @param holds whether that is enough
 */
public record Clause(Verdict of, String asks, String found, boolean holds) {}
