package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.store.Meta;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times as the API writes them: RFC 3339 in UTC, cut to whole seconds. */
public final class Timestamps {
    private Timestamps() {}

    public static String write(Instant time) {
        return Meta.timestamp(time);
    }

    /** Returns the time, or empty when the field is absent or is no time. */
    public static Optional<Instant> read(JsonNode field) {
        try {
            return field.isTextual() ? Optional.of(Instant.parse(field.asText())) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
