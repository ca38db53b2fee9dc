package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The selector of a workload, which must find the pods of its own template and never changes. */
final class Selectors {
    private Selectors() {}

    static void check(ObjectNode workload, @Nullable ObjectNode before, Problems problems) {
        JsonNode selector = workload.path("spec").path("selector");
        JsonNode labels = PodTemplates.labels(workload);
        if (selector.isMissingNode()) {
            problems.required("spec.selector", "");
        } else if (selector.isEmpty()) {
            problems.invalid("spec.selector", selector, "empty selector is invalid for deployment");
        } else if (!matches(selector, labels)) {
            problems.invalid("spec.template.metadata.labels", labels, "`selector` does not match template `labels`");
        }
        problems.immutable(workload, before, "spec.selector");
    }

    static boolean matches(JsonNode selector, JsonNode labels) {
        boolean byLabels = selector.path("matchLabels").properties().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.path(wanted.getKey())));
        boolean byExpressions = true;
        for (JsonNode expression : selector.path("matchExpressions")) {
            byExpressions &= matchesExpression(expression, labels);
        }
        return byLabels && byExpressions;
    }

    private static boolean matchesExpression(JsonNode expression, JsonNode labels) {
        JsonNode label = labels.path(expression.path("key").asText());
        boolean listed = false;
        for (JsonNode value : expression.path("values")) {
            listed |= value.equals(label);
        }
        return switch (expression.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> !label.isMissingNode();
            case "DoesNotExist" -> label.isMissingNode();
            default -> false;
        };
    }
}
