package dev.understudy.scenario.form;

import dev.understudy.history.DatePattern;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The kinds of moment that files may hold. */
public final class Times {
    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private static final String DAYS = "[1-9][0-9]{0,3}d";

    private Times() {}

    /** A moment with its offset, as RFC 3339 writes it. */
    public static Form<Instant> moment() {
        return new LeafForm<>(
                "a time such as 2026-11-27T00:00:00Z or 2026-11-27T00:00:00+01:00",
                Instant.EPOCH,
                leaf -> {
                    try {
                        return OffsetDateTime.parse(leaf.text()).toInstant();
                    } catch (DateTimeException e) {
                        throw new Misfit(leaf.text(), "date, T, time, and Z or the offset from it");
                    }
                },
                JsonMap.of("type", "string", "format", "date-time"),
                false);
    }

    /** A day, whatever the zone. */
    public static Form<LocalDate> date() {
        return new LeafForm<>(
                "a day such as 2026-11-27",
                LocalDate.EPOCH,
                leaf -> {
                    try {
                        return LocalDate.parse(leaf.text());
                    } catch (DateTimeException e) {
                        throw new Misfit(leaf.text(), "four digits of the year, two of the month, two of the day");
                    }
                },
                JsonMap.of("type", "string", "format", "date"),
                false);
    }

    /** A number of days: what is longer than any drill. */
    public static Form<Duration> days() {
        return new LeafForm<>(
                "a number of days such as 180d",
                Duration.ofDays(1),
                leaf -> {
                    if (!leaf.text().matches(DAYS)) {
                        throw new Misfit(leaf.text(), "a whole number of days from 1d to 9999d");
                    }
                    return Duration.ofDays(Long.parseLong(leaf.text().replace("d", "")));
                },
                JsonMap.of("type", "string", "pattern", "^" + DAYS + "$"),
                false);
    }

    /** A day of the week, by its first three letters. */
    public static Form<DayOfWeek> weekday() {
        return Leaves.word(DayOfWeek.class, day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT));
    }

    /** A time of day to the minute. */
    public static Form<LocalTime> clock() {
        return new LeafForm<>(
                "a time of day such as \"22:00\"",
                LocalTime.MIDNIGHT,
                leaf -> {
                    if (!leaf.text().matches(CLOCK)) {
                        throw new Misfit(leaf.text(), "two digits, a colon, two digits, from 00:00 to 23:59");
                    }
                    return LocalTime.parse(leaf.text());
                },
                JsonMap.of("type", "string", "pattern", "^" + CLOCK + "$"),
                false);
    }

    /** A time zone by its name in the IANA database. */
    public static Form<ZoneId> zone() {
        return new LeafForm<>(
                "a time zone such as Europe/Lisbon",
                ZoneOffset.UTC,
                leaf -> {
                    if (!ZoneId.getAvailableZoneIds().contains(leaf.text())) {
                        throw new Misfit(leaf.text(), "a name of the IANA time zone database, or UTC");
                    }
                    return ZoneId.of(leaf.text());
                },
                JsonMap.of("type", "string"),
                false);
    }

    /** How local times are written, in the letters of {@link DateTimeFormatter}. */
    public static Form<String> pattern() {
        return new LeafForm<>(
                "a pattern of times such as dd/MM/yyyy HH:mm",
                "uuuu-MM-dd HH:mm",
                leaf -> {
                    String hint = DatePattern.mistake(leaf.text());
                    if (hint != null) {
                        throw new Misfit(leaf.text(), hint);
                    }
                    return leaf.text();
                },
                JsonMap.of("type", "string", "minLength", 1),
                false);
    }
}
