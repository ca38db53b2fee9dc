package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Texts that cells share. */
final class Cells {
    static final String NONE = "<none>";

    private Cells() {}

    static String age(ObjectNode object, InstantSource clock) {
        return since(object.path("metadata").path("creationTimestamp"), clock);
    }

    static String since(JsonNode timestamp, InstantSource clock) {
        try {
            return human(Duration.between(Instant.parse(timestamp.asText()), clock.instant()));
        } catch (DateTimeParseException never) {
            return "<unknown>";
        }
    }

    /** Writes a duration as kubectl does: {@code 43s}, {@code 4m12s}, {@code 3h5m}, {@code 2d}, {@code 1y20d}. */
    static String human(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 10) {
            return with(minutes, "m", seconds % 60, "s");
        }
        long hours = minutes / 60;
        if (hours < 3) {
            return minutes + "m";
        }
        if (hours < 8) {
            return with(hours, "h", minutes % 60, "m");
        }
        long days = hours / 24;
        if (hours < 48) {
            return hours + "h";
        }
        if (days < 8) {
            return with(days, "d", hours % 24, "h");
        }
        return days < 730 ? days + "d" : with(days / 365, "y", days % 365, "d");
    }

    static String each(JsonNode list, Function<JsonNode, String> text) {
        return StreamSupport.stream(list.spliterator(), false).map(text).collect(Collectors.joining(","));
    }

    static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    /** Writes a selector as kubectl types it. */
    static String selector(JsonNode selector) {
        JsonNode labels = selector.has("matchLabels") ? selector.path("matchLabels") : selector;
        String text = labels.properties().stream()
                .filter(label -> label.getValue().isTextual())
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
        return orNone(text);
    }

    static String names(JsonNode podSpec) {
        return each(
                podSpec.path("containers"), container -> container.path("name").asText());
    }

    static String images(JsonNode podSpec) {
        return each(
                podSpec.path("containers"), container -> container.path("image").asText());
    }

    private static String with(long large, String unit, long small, String smallUnit) {
        return small == 0 ? large + unit : large + unit + small + smallUnit;
    }
}
