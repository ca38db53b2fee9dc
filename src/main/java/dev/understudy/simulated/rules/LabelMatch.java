package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells whether the selector of an object finds another by its labels. */
public final class LabelMatch {
    private LabelMatch() {}

    /** Returns whether labels satisfy {@code matchLabels} and {@code matchExpressions}; an empty selector finds all. */
    public static boolean matches(JsonNode selector, JsonNode labels) {
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
