package dev.understudy.history;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Patterns of times as exports write them. Read strictly: the 31st of February is no day, and not the 28th. */
public final class DatePattern {
    /** No two digits of it are the same, so that a pattern that leaves something out cannot bring it back. */
    private static final ZonedDateTime SPECIMEN =
            LocalDateTime.of(2031, 12, 28, 17, 46).atZone(ZoneOffset.UTC);

    private DatePattern() {}

    /**
     * Returns what reads it; English names of months and days, and of AM and PM.
     *
     * @throws IllegalArgumentException when it is no pattern
     */
    public static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Returns what is wrong with a pattern and what to do; null when it tells a date and a time of day. */
    public static @Nullable String mistake(String pattern) {
        String letters = pattern.replaceAll("'[^']*'", "").replaceAll("[^A-Za-z]", "");
        if (letters.matches(".*[HhkK]M.*")) {
            return "MM is the month and mm the minute: exchanged here?";
        }
        if (letters.matches(".*[zv].*")) {
            return "short names of zones mean several things: use XXX or VV if the file has those, or say 'timeZone'";
        }
        try {
            DateTimeFormatter formatter = formatter(pattern);
            LocalDateTime back = LocalDateTime.parse(formatter.format(SPECIMEN), formatter);
            return back.equals(SPECIMEN.toLocalDateTime())
                    ? null
                    : "it must tell year, month, day, hour and minute: HH is 0 to 23, hh needs a";
        } catch (DateTimeException e) {
            return "it must tell year, month, day, hour and minute: HH is 0 to 23, hh needs a";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
