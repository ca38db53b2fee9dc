package dev.understudy.wording;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How durations, figures, counts and lists read, the same everywhere. */
public final class Words {
    private Words() {}

    /**
     * Returns {@code 1h30m}, {@code 90s} as {@code 1m30s}, {@code 1.5s}, {@code 20ms}; {@code 0s} for less than a
     * millisecond.
     */
    public static String of(Duration duration) {
        if (duration.isNegative()) {
            return "-" + of(duration.negated());
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0 && duration.toMillis() > 0) {
            return duration.toMillis() + "ms";
        }
        StringBuilder out = new StringBuilder();
        append(out, duration.toHours(), "h");
        append(out, duration.toMinutesPart(), "m");
        long millis = duration.toMillisPart();
        if (millis > 0) {
            String fraction = "%03d".formatted(millis).replaceAll("0+$", "");
            out.append(duration.toSecondsPart()).append('.').append(fraction).append('s');
        } else {
            append(out, duration.toSecondsPart(), "s");
        }
        return out.isEmpty() ? "0s" : out.toString();
    }

    /** Returns {@code 45s}, {@code 7m30s}, {@code 1h5m}: to the second below an hour, to the minute above. */
    public static String roughly(Duration duration) {
        return of(duration.truncatedTo(duration.toHours() == 0 ? ChronoUnit.SECONDS : ChronoUnit.MINUTES));
    }

    /** Returns a figure to four digits after the point. */
    public static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Returns {@code 1 drill}, {@code 2 drills}, {@code 2 passes}, {@code 2 entries}. */
    public static String count(long count, String noun) {
        return count + " " + (count == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.endsWith("ry")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.endsWith("s") ? "es" : "s");
    }

    /** Returns {@code a}, {@code a and b}, {@code a, b, and c}; empty for none. */
    public static String listed(Collection<String> parts) {
        List<String> all = List.copyOf(parts);
        return switch (all.size()) {
            case 0 -> "";
            case 1 -> all.getFirst();
            case 2 -> all.getFirst() + " and " + all.getLast();
            default -> String.join(", ", all.subList(0, all.size() - 1)) + ", and " + all.getLast();
        };
    }

    /** Returns the names as {@link #listed}; {@code nobody} for none. */
    public static String names(Collection<String> names) {
        return names.isEmpty() ? "nobody" : listed(names);
    }

    private static void append(StringBuilder out, long amount, String unit) {
        if (amount > 0) {
            out.append(amount).append(unit);
        }
    }
}
