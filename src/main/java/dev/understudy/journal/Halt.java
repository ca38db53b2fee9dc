package dev.understudy.journal;

import java.time.Instant;

/**
 * Why no drill of this store may run.
 *
 * @param at since when
 * @param who said so
 * @param reason in words; may be empty
 */
public record Halt(Instant at, String who, String reason) {
    /** Returns {@code since 2026-11-22T10:00:00Z by fay: the auditors are here}. */
    public String words() {
        return "since " + at + " by " + who + (reason.isEmpty() ? "" : ": " + reason);
    }
}
