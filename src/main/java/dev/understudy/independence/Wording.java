package dev.understudy.independence;

import dev.understudy.wording.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How days, and what is missing, read in proofs. */
final class Wording {
    private static final List<String> ORDINALS = List.of("a first", "a second", "a third", "a fourth", "a fifth");

    private Wording() {}

    /** Returns the day in UTC: {@code 2026-11-22}. */
    static String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    static String day(LocalDate date) {
        return date.toString();
    }

    /** Returns {@code 180 days}, whole days only where they are whole. */
    static String days(Duration time) {
        return time.equals(Duration.ofDays(time.toDays())) ? Words.count(time.toDays(), "day") : time.toString();
    }

    /** Returns {@code a second lead} where one is missing, else {@code 2 more leads}. */
    static String another(int have, int need, String noun) {
        int missing = need - have;
        return missing == 1 && need <= ORDINALS.size()
                ? ORDINALS.get(need - 1) + " " + noun
                : Words.count(missing, "more " + noun);
    }
}
