package dev.understudy.scenario.form;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go and Kubernetes write them, {@code 1h30m} or {@code 1.5s}, and as ISO 8601 does, {@code PT90S}. */
final class GoDuration {
    /** For JSON Schema: the form without the limits. */
    static final String PATTERN = "([0-9]+(\\.[0-9]+)?(h|m|s|ms|us|µs|ns))+|P[0-9DTHMS.]+";

    private static final Pattern PART = Pattern.compile("\\G([0-9]{1,12}(?:\\.[0-9]{1,9})?)(h|ms|m|s|us|µs|ns)");
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_TEXT = 64;

    private GoDuration() {}

    /** Parses a duration of up to a year; zero is allowed, less is not. */
    static Duration parse(String text) {
        if (text.matches("[0-9]{1,9}")) {
            throw new Misfit(text, "write the unit: " + text + "s, " + text + "m or " + text + "h");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Misfit(text, null);
        }
        Duration parsed = text.startsWith("P") ? iso(text) : go(text);
        if (parsed.isNegative() || parsed.compareTo(LONGEST) > 0) {
            throw new Misfit(text, "between zero and a year");
        }
        return parsed;
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new Misfit(text, "ISO 8601 durations look like PT1H30M");
        }
    }

    private static Duration go(String text) {
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find()) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanosPer(part.group(2)))));
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            throw new Misfit(text, "units are h, m, s, ms, us, ns");
        }
        return exact(text, nanos);
    }

    private static long nanosPer(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "s" -> 1_000_000_000L;
            case "ms" -> 1_000_000L;
            case "us", "µs" -> 1_000L;
            default -> 1L;
        };
    }

    private static Duration exact(String text, BigDecimal nanos) {
        try {
            return Duration.ofNanos(nanos.longValueExact());
        } catch (ArithmeticException e) {
            throw new Misfit(text, "between zero and a year, in whole nanoseconds");
        }
    }
}
