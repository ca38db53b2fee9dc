package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Checks the probes of a container and what it does at its start and end. */
final class Probes {
    private static final List<String> WAYS = List.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");
    private static final List<String> NUMBERS =
            List.of("initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold");

    private Probes() {}

    static void check(JsonNode container, String path, Problems problems) {
        for (String event : new String[] {"postStart", "preStop"}) {
            JsonNode hook = container.path("lifecycle").path(event);
            if (hook.isObject()) {
                way(hook, path + ".lifecycle." + event, problems);
            }
        }
        for (String kind : new String[] {"livenessProbe", "readinessProbe", "startupProbe"}) {
            JsonNode probe = container.path(kind);
            if (probe.isObject()) {
                probe(probe, path + "." + kind, problems);
                grace(probe, kind, path + "." + kind, problems);
            }
        }
    }

    private static void probe(JsonNode probe, String path, Problems problems) {
        way(probe, path, problems);
        NUMBERS.forEach(field -> problems.notNegative(probe, path, field));
        JsonNode grace = probe.path("terminationGracePeriodSeconds");
        if (grace.isNumber() && grace.asLong() <= 0) {
            problems.invalid(path + ".terminationGracePeriodSeconds", grace, "must be greater than 0");
        }
    }

    /** Readiness ends nothing, and alone may ask for several successes. */
    private static void grace(JsonNode probe, String kind, String path, Problems problems) {
        if (kind.equals("readinessProbe")) {
            JsonNode grace = probe.path("terminationGracePeriodSeconds");
            if (grace.isNumber()) {
                problems.invalid(path + ".terminationGracePeriodSeconds", grace, "must not be set for readinessProbes");
            }
        } else if (probe.path("successThreshold").asInt(1) != 1) {
            problems.invalid(path + ".successThreshold", probe.path("successThreshold"), "must be 1");
        }
    }

    private static void way(JsonNode action, String path, Problems problems) {
        boolean found = false;
        for (String way : WAYS) {
            if (!action.has(way)) {
                continue;
            }
            if (found) {
                problems.forbidden(path + "." + way, "may not specify more than 1 handler type");
                continue;
            }
            found = true;
            details(way, action.path(way), path + "." + way, problems);
        }
        if (!found) {
            problems.required(path, "must specify a handler type");
        }
    }

    private static void details(String way, JsonNode details, String path, Problems problems) {
        switch (way) {
            case "exec" -> {
                if (details.path("command").isEmpty()) {
                    problems.required(path + ".command", "");
                }
            }
            case "httpGet" -> {
                if (details.path("path").asText("").isEmpty()) {
                    problems.required(path + ".path", "");
                }
                port(details.path("port"), path + ".port", problems);
                problems.oneOf(details, path, "scheme", "\"HTTP\", \"HTTPS\"");
            }
            case "tcpSocket", "grpc" -> port(details.path("port"), path + ".port", problems);
            default -> {
                // sleeping needs nothing else
            }
        }
    }

    private static void port(JsonNode port, String path, Problems problems) {
        if (port.isTextual()) {
            DnsNames.portName(port, path, problems);
        } else {
            Ports.check(port, path, problems);
        }
    }
}
