package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Label selectors as they stand in objects. */
final class LabelSelectors {
    private static final Set<String> WITH_VALUES = Set.of("In", "NotIn");
    private static final Set<String> WITHOUT_VALUES = Set.of("Exists", "DoesNotExist");

    private LabelSelectors() {}

    static void check(JsonNode selector, String path, Problems problems) {
        MetadataRules.checkLabels(selector.path("matchLabels"), path + ".matchLabels", problems);
        JsonNode expressions = selector.path("matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            expression(expressions.get(i), path + ".matchExpressions[" + i + "]", problems);
        }
    }

    private static void expression(JsonNode expression, String path, Problems problems) {
        JsonNode operator = expression.path("operator");
        JsonNode values = expression.path("values");
        if (WITH_VALUES.contains(operator.asText())) {
            if (values.isEmpty()) {
                problems.required(path + ".values", "must be specified when `operator` is 'In' or 'NotIn'");
            }
        } else if (WITHOUT_VALUES.contains(operator.asText())) {
            if (!values.isEmpty()) {
                problems.forbidden(
                        path + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
            }
        } else {
            problems.invalid(path + ".operator", operator, "not a valid selector operator");
        }
    }
}
