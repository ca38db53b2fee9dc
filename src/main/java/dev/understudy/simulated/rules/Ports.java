package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;

/** Port numbers. */
final class Ports {
    private Ports() {}

    static void check(JsonNode port, String path, Problems problems) {
        if (port.isMissingNode()) {
            problems.required(path, "");
        } else if (port.asInt() < 1 || port.asInt() > 65_535) {
            problems.invalid(path, port, "must be between 1 and 65535, inclusive");
        }
    }
}
