package dev.understudy.drill;

/**
 * Where an event comes from.
 *
 * @param who responder, facilitator, or {@code understudy}
 * @param source what told us: {@code drill}, {@code rehearsal}, {@code audit}, {@code watch}, {@code terminal},
 *     {@code alertmanager}, {@code halt}
 */
public record Origin(String who, String source, Grade grade) {
    /** What the drill itself decided or did. */
    public static final Origin DRILL = new Origin("understudy", "drill", Grade.A);
}
