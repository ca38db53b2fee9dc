package dev.understudy.history.file;

import dev.understudy.history.Column;
import dev.understudy.history.DatePattern;
import dev.understudy.history.Flaw;
import dev.understudy.history.ImportMapping;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads times. One that names no zone is by the clocks of the zone in the header of its column, else of the mapping's,
 * else it is refused. One that names a region is by the clocks there. When those clocks went back, an hour came twice: the first is meant, unless that was before something
 * that must have been earlier; then the second. When they went forward, an hour never came, and a time in it is refused.
 */
final class Moments {
    /** ISO 8601, with seconds and fraction or without, and any way to write an offset. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXXXX][XXXX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int DATE_LENGTH = 10;

    private final ImportMapping mapping;
    private final Map<Column, ZoneId> zones;
    private final List<DateTimeFormatter> patterns;

    /** @param zones that the header of the file names for columns */
    Moments(ImportMapping mapping, Map<Column, ZoneId> zones) {
        this.mapping = mapping;
        this.zones = zones;
        this.patterns = mapping.patterns().stream().map(DatePattern::formatter).toList();
    }

    /** What a text says. */
    sealed interface Read {
        /**
         * A moment.
         *
         * @param twice whether the clocks showed this time twice
         */
        record At(Instant at, boolean twice) implements Read {}

        /** None. */
        record Bad(Flaw flaw) implements Read {}
    }

    /** @param notBefore when it must have been at the earliest, to choose between two moments */
    Read read(Column column, String text, Instant notBefore) {
        try {
            return switch (parsed(text)) {
                case OffsetDateTime zoned -> new Read.At(zoned.toInstant(), false);
                case LocalDateTime local -> local(column, local, zone(column), notBefore);
                case Regional(LocalDateTime local, ZoneId region) -> local(column, local, region, notBefore);
                case Object other -> throw new IllegalStateException(other.toString());
            };
        } catch (DateTimeException e) {
            if (patterns.stream().anyMatch(pattern -> fits(pattern, text))) {
                return bad(
                        Flaw.Kind.TIME,
                        column,
                        Shown.quoted(text) + " fits a pattern, and there is no such day or hour");
            }
            String advice = mapping.missing().isEmpty() && text.length() <= 4
                    ? "list it under 'missing' in the mapping if it stands for nothing"
                    : "write 2026-11-22T10:00:00Z, or say under 'patterns' in the mapping how the file writes times";
            return bad(Flaw.Kind.TIME, column, Shown.quoted(text) + " is no time; " + advice);
        }
    }

    /** A time by the clocks of a region, which may have shown it twice or never. */
    private record Regional(LocalDateTime local, ZoneId region) {}

    private Object parsed(String text) {
        for (DateTimeFormatter pattern : patterns) {
            if (fits(pattern, text)) {
                return resolved(pattern.parse(text));
            }
        }
        return ISO.parseBest(iso(text), OffsetDateTime::from, LocalDateTime::from);
    }

    /** What does not costs no exception. */
    private static boolean fits(DateTimeFormatter pattern, String text) {
        ParsePosition end = new ParsePosition(0);
        return pattern.parseUnresolved(text, end) != null && end.getIndex() == text.length();
    }

    /** Without an offset beside it, a region alone would choose between two moments, or move one that never came. */
    private static Object resolved(TemporalAccessor parsed) {
        ZoneId region = parsed.query(TemporalQueries.zoneId());
        if (region != null && !parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return new Regional(LocalDateTime.from(parsed), region);
        }
        return parsed.isSupported(ChronoField.OFFSET_SECONDS)
                ? OffsetDateTime.from(parsed)
                : LocalDateTime.from(parsed);
    }

    /** A space is often written for the T, and before the offset; UTC for Z. */
    private static String iso(String text) {
        String iso = text.endsWith(" UTC") ? text.substring(0, text.length() - " UTC".length()) + "Z" : text;
        int space = iso.indexOf(' ');
        if (space == DATE_LENGTH) {
            iso = iso.substring(0, DATE_LENGTH) + "T" + iso.substring(DATE_LENGTH + 1);
            space = iso.indexOf(' ');
        }
        return space < 0 ? iso : iso.substring(0, space) + iso.substring(space + 1);
    }

    private static Read local(Column column, LocalDateTime local, @Nullable ZoneId zone, Instant notBefore) {
        if (zone == null) {
            String text = local + " names no zone; say 'timeZone' in the mapping, such as Europe/Lisbon or UTC";
            return bad(Flaw.Kind.ZONE, column, text);
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            String text = local + " never came in " + zone + ": the clocks went forward over it";
            return bad(Flaw.Kind.TIME, column, text);
        }
        Instant first = local.toInstant(offsets.getFirst());
        boolean second = first.isBefore(notBefore) && offsets.size() > 1;
        return new Read.At(second ? local.toInstant(offsets.getLast()) : first, offsets.size() > 1);
    }

    private @Nullable ZoneId zone(Column column) {
        ZoneId named = zones.get(column);
        return named == null ? mapping.zone() : named;
    }

    private static Read bad(Flaw.Kind kind, Column column, String text) {
        return new Read.Bad(new Flaw(kind, Shown.quoted(column.word()) + ": " + text));
    }
}
