package dev.understudy.independence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** How figures, days and lists read in proofs. */
final class Wording {
    private static final List<String> ORDINALS = List.of("a first", "a second", "a third", "a fourth", "a fifth");

    private Wording() {}

    /** Returns {@code a}, {@code a and b}, {@code a, b, and c}; empty for none. */
    static String listed(List<String> parts) {
        int count = parts.size();
        if (count <= 1) {
            return count == 0 ? "" : parts.getFirst();
        }
        if (count == 2) {
            return parts.get(0) + " and " + parts.get(1);
        }
        return String.join(", ", parts.subList(0, count - 1)) + ", and " + parts.getLast();
    }

    /** Returns a figure to four digits after the point. */
    static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Returns {@code 1 drill}, {@code 2 drills}, {@code 2 passes}. */
    static String counted(long count, String noun) {
        return count + " " + (count == 1 ? noun : noun.endsWith("s") ? noun + "es" : noun + "s");
    }

    /** Returns the day in UTC: {@code 2026-11-22}. */
    static String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    static String day(LocalDate date) {
        return date.toString();
    }

    /** Returns {@code 180 days}, whole days only where they are whole. */
    static String days(Duration time) {
        return time.equals(Duration.ofDays(time.toDays())) ? counted(time.toDays(), "day") : time.toString();
    }

    /** Returns {@code a second lead} where one is missing, else {@code 2 more leads}. */
    static String another(int have, int need, String noun) {
        int missing = need - have;
        return missing == 1 && need <= ORDINALS.size()
                ? ORDINALS.get(need - 1) + " " + noun
                : counted(missing, "more " + noun);
    }
}
