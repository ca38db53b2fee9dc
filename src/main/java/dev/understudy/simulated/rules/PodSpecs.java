package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Quantities;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a pod's spec, in a pod and in the template of a workload alike. */
final class PodSpecs {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final String NAME_RULE = "a lowercase RFC 1123 label must consist of lower case alphanumeric"
            + " characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or"
            + " '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");

    private final Problems problems;
    private final Set<String> volumes = new HashSet<>();

    private PodSpecs(Problems problems) {
        this.problems = problems;
    }

    static void check(JsonNode spec, String path, Problems problems) {
        PodSpecs checks = new PodSpecs(problems);
        checks.volumes(spec.path("volumes"), path + ".volumes");
        if (spec.path("containers").isEmpty()) {
            problems.required(path + ".containers", "");
        }
        Set<String> names = new HashSet<>();
        checks.containers(spec.path("initContainers"), path + ".initContainers", names);
        checks.containers(spec.path("containers"), path + ".containers", names);
        problems.notNegative(spec, path, "terminationGracePeriodSeconds");
    }

    private void volumes(JsonNode list, String path) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode name = list.get(i).path("name");
            if (name.asText("").isEmpty()) {
                problems.required(path + "[" + i + "].name", "");
            } else if (!volumes.add(name.asText())) {
                problems.duplicate(path + "[" + i + "].name", name);
            }
        }
    }

    private void containers(JsonNode list, String path, Set<String> names) {
        for (int i = 0; i < list.size(); i++) {
            container((ObjectNode) list.get(i), path + "[" + i + "]", names);
        }
    }

    private void container(ObjectNode container, String path, Set<String> names) {
        JsonNode name = container.path("name");
        if (name.asText("").isEmpty()) {
            problems.required(path + ".name", "");
        } else if (!NAME.matcher(name.asText()).matches()) {
            problems.invalid(path + ".name", name, NAME_RULE);
        } else if (!names.add(name.asText())) {
            problems.duplicate(path + ".name", name);
        }
        if (container.path("image").asText("").isBlank()) {
            problems.required(path + ".image", "");
        }
        ports(container.path("ports"), path + ".ports");
        variables(container.path("env"), path + ".env");
        mounts(container.path("volumeMounts"), path + ".volumeMounts");
        resources(container.path("resources"), path + ".resources");
        PROBES.forEach(probe -> probe(container.path(probe), path + "." + probe));
    }

    private void ports(JsonNode ports, String path) {
        for (int i = 0; i < ports.size(); i++) {
            Ports.check(ports.get(i).path("containerPort"), path + "[" + i + "].containerPort", problems);
        }
    }

    private void variables(JsonNode variables, String path) {
        for (int i = 0; i < variables.size(); i++) {
            JsonNode variable = variables.get(i);
            if (variable.path("name").asText("").isEmpty()) {
                problems.required(path + "[" + i + "].name", "");
            }
            if (variable.has("valueFrom") && variable.has("value")) {
                problems.invalid(
                        path + "[" + i + "].valueFrom",
                        variable.path("valueFrom"),
                        "may not be specified when `value` is not empty");
            }
        }
    }

    private void mounts(JsonNode mounts, String path) {
        for (int i = 0; i < mounts.size(); i++) {
            JsonNode name = mounts.get(i).path("name");
            if (!volumes.contains(name.asText(""))) {
                problems.notFound(path + "[" + i + "].name", name);
            }
            if (mounts.get(i).path("mountPath").asText("").isEmpty()) {
                problems.required(path + "[" + i + "].mountPath", "");
            }
        }
    }

    private void resources(JsonNode resources, String path) {
        resources.path("requests").properties().forEach(request -> {
            JsonNode limit = resources.path("limits").path(request.getKey());
            BigDecimal asked = Quantities.value(request.getValue().asText()).orElse(BigDecimal.ZERO);
            if (asked.signum() < 0) {
                problems.invalid(
                        path + ".requests[" + request.getKey() + "]",
                        request.getValue(),
                        "must be greater" + " than or equal to 0");
            }
            if (!limit.isMissingNode()
                    && asked.compareTo(Quantities.value(limit.asText()).orElse(asked)) > 0) {
                problems.invalid(
                        path + ".requests",
                        request.getValue(),
                        "must be less than or equal to " + request.getKey() + " limit of " + limit.asText());
            }
        });
    }

    private void probe(JsonNode probe, String path) {
        if (probe.isMissingNode()) {
            return;
        }
        List<String> ways = List.of("httpGet", "tcpSocket", "exec", "grpc");
        if (ways.stream().noneMatch(probe::has)) {
            problems.required(path, "must specify a handler type");
        }
        List.of("initialDelaySeconds", "timeoutSeconds", "periodSeconds", "failureThreshold")
                .forEach(field -> problems.notNegative(probe, path, field));
    }
}
