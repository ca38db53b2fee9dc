package dev.understudy.drill;

import java.time.Duration;

/** Durations as people and scenario files write them. */
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

    private static void append(StringBuilder out, long amount, String unit) {
        if (amount > 0) {
            out.append(amount).append(unit);
        }
    }
}
