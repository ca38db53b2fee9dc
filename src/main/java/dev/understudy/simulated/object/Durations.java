package dev.understudy.simulated.object;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Kubernetes writes them: {@code 90s}, {@code 1m30s}, {@code 250ms}. */
public final class Durations {
    private static final Pattern WHOLE = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h))+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)");
    private static final Map<String, Double> MILLIS = Map.of("ms", 1.0, "s", 1e3, "m", 60e3, "h", 3600e3);

    private Durations() {}

    /** Returns the duration, or empty when the text is none. */
    public static Optional<Duration> read(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        double millis = 0;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            millis += Double.parseDouble(part.group(1)) * MILLIS.getOrDefault(part.group(2), 0.0);
        }
        return Optional.of(Duration.ofMillis(Math.round(millis)));
    }
}
