package dev.understudy.simulated.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, durations and times as Prometheus reads and writes them. */
public final class Numbers {
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdwy])");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d++(?:ms|[smhdwy]))++|0");
    private static final long DAY = 86_400_000L;
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", DAY, "w", 7 * DAY, "y", 365 * DAY);

    private Numbers() {}

    static double read(String text) {
        try {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case "nan" -> Double.NaN;
                default ->
                    text.startsWith("0x") || text.startsWith("0X") ? Long.decode(text) : Double.parseDouble(text);
            };
        } catch (NumberFormatException tooLarge) {
            throw new QueryException(-1, "error parsing number: \"" + text + "\"");
        }
    }

    /**
     * Reads {@code 5m} or {@code 1h30m}: up to some 292 years, as Prometheus counts in nanoseconds.
     *
     * @throws QueryException when it is no duration, or too long a one
     */
    public static Duration duration(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new QueryException(-1, "not a valid duration string: \"" + text + "\"");
        }
        try {
            long millis = 0;
            Matcher part = PART.matcher(text);
            while (part.find()) {
                long each = Math.multiplyExact(
                        Long.parseLong(part.group(1)), (long) MILLIS.getOrDefault(part.group(2), 0L));
                millis = Math.addExact(millis, each);
            }
            return Duration.ofNanos(Duration.ofMillis(millis).toNanos());
        } catch (NumberFormatException | ArithmeticException tooLong) {
            throw new QueryException(-1, "duration out of range");
        }
    }

    /** Reads a step: a duration, or seconds. */
    static Duration step(String text) {
        return WHOLE.matcher(text).matches() && !text.equals("0")
                ? duration(text)
                : Duration.ofMillis(Math.round(seconds(text) * 1e3));
    }

    /** Reads a time: seconds since the epoch, or RFC 3339. */
    static Instant time(String text) {
        try {
            return text.contains("T") ? Instant.parse(text) : Instant.ofEpochMilli(Math.round(seconds(text) * 1e3));
        } catch (DateTimeParseException notATime) {
            throw new QueryException(-1, "cannot parse \"" + text + "\" to a valid timestamp");
        }
    }

    private static double seconds(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new QueryException(-1, "cannot parse \"" + text + "\" to a valid timestamp or duration");
        }
    }

    /** Writes a time as the number that it is, in seconds, to the millisecond. */
    static JsonNode stamp(double seconds) {
        long millis = Math.round(seconds * 1e3);
        return millis % 1000 == 0
                ? JsonNodeFactory.instance.numberNode(millis / 1000)
                : JsonNodeFactory.instance.numberNode(BigDecimal.valueOf(millis, 3));
    }

    /** Writes a sample's value. */
    public static String write(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value).replace("E", "e");
    }
}
