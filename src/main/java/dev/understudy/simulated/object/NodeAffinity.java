package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a node is one of those that a pod asks for by {@code nodeSelector} and by its required node affinity. */
public final class NodeAffinity {
    private NodeAffinity() {}

    /** Tells whether the node satisfies what the pod requires; preferences are no requirement. */
    public static boolean allows(JsonNode podSpec, JsonNode node) {
        boolean selected = podSpec.path("nodeSelector").properties().stream()
                .allMatch(wanted -> Marks.labels(node).path(wanted.getKey()).equals(wanted.getValue()));
        JsonNode required =
                podSpec.path("affinity").path("nodeAffinity").path("requiredDuringSchedulingIgnoredDuringExecution");
        return selected && (required.isMissingNode() || matchesAny(required.path("nodeSelectorTerms"), node));
    }

    /** Tells whether one of several terms is satisfied, as in a node selector; no term at all is never satisfied. */
    public static boolean matchesAny(JsonNode terms, JsonNode node) {
        for (JsonNode term : terms) {
            if (matches(term, node)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether every requirement of one term is satisfied; an empty term never is. */
    public static boolean matches(JsonNode term, JsonNode node) {
        JsonNode expressions = term.path("matchExpressions");
        JsonNode fields = term.path("matchFields");
        boolean satisfied = !expressions.isEmpty() || !fields.isEmpty();
        for (JsonNode expression : expressions) {
            satisfied &= holds(
                    expression, Marks.labels(node).path(expression.path("key").asText()));
        }
        for (JsonNode field : fields) {
            satisfied &= field.path("key").asText().equals("metadata.name")
                    && holds(field, node.path("metadata").path("name"));
        }
        return satisfied;
    }

    private static boolean holds(JsonNode requirement, JsonNode value) {
        boolean listed = false;
        for (JsonNode wanted : requirement.path("values")) {
            listed |= wanted.equals(value);
        }
        return switch (requirement.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> !value.isMissingNode();
            case "DoesNotExist" -> value.isMissingNode();
            case "Gt" -> compare(value, requirement) > 0;
            case "Lt" -> compare(value, requirement) < 0;
            default -> false;
        };
    }

    /** Compares whole numbers; 0 where there are none, which neither operator accepts. */
    private static int compare(JsonNode value, JsonNode requirement) {
        try {
            return Long.compare(
                    Long.parseLong(value.asText()),
                    Long.parseLong(requirement.path("values").path(0).asText()));
        } catch (NumberFormatException notNumbers) {
            return 0;
        }
    }
}
