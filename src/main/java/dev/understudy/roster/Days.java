package dev.understudy.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which somebody is away or on call.
 *
 * @param from first day
 * @param to last day; not before {@code from}
 * @param reason why; null when the file gives none
 */
public record Days(LocalDate from, LocalDate to, @Nullable String reason) {
    /** Tells whether a day is one of them. */
    public boolean hold(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
