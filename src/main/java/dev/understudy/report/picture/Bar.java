package dev.understudy.report.picture;

/**
 * One amount against its limit.
 *
 * @param name what it is
 * @param text amount and limit in words
 * @param amount in the same unit as the limit; not less than zero
 * @param less how much smaller it may really be
 * @param more how much bigger it may really be
 * @param limit more than zero
 * @param stopped whether the amount is final; one that still runs has an open end
 * @param tone good within the limit, bad beyond it, unknown where nobody judges
 */
public record Bar(
        String name, String text, double amount, double less, double more, double limit, boolean stopped, Tone tone) {}
