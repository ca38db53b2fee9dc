package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request gets back.
 *
 * @param status HTTP status code
 * @param contentType media type of the body
 * @param body the body
 * @param warnings texts for {@code Warning} headers
 * @param retryAfterSeconds for {@code Retry-After}, 0 for none
 * @param delay how long the answer takes
 */
record Reply(
        int status, String contentType, byte[] body, List<String> warnings, int retryAfterSeconds, Duration delay) {
    Reply {
        warnings = List.copyOf(warnings);
    }

    static Reply json(int status, ObjectNode body) {
        return json(status, body, List.of());
    }

    static Reply json(int status, ObjectNode body, List<String> warnings) {
        return new Reply(status, "application/json", Json.bytes(body), warnings, 0, Duration.ZERO);
    }

    static Reply json(String contentType, ObjectNode body) {
        return new Reply(200, contentType, Json.bytes(body), List.of(), 0, Duration.ZERO);
    }

    static Reply text(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Reply(200, "text/plain; charset=utf-8", bytes, List.of(), 0, Duration.ZERO);
    }

    /** Returns this reply with further warnings before its own. */
    Reply warning(List<String> further) {
        List<String> all = new ArrayList<>(further);
        all.addAll(warnings);
        return new Reply(status, contentType, body, all, retryAfterSeconds, delay);
    }

    Reply retryAfter(int seconds) {
        return new Reply(status, contentType, body, warnings, seconds, delay);
    }
}
