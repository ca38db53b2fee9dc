package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which nodes a pod may run on by {@code nodeSelector} and node affinity. */
final class NodeTerms {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private NodeTerms() {}

    static boolean allow(JsonNode podSpec, Place place) {
        for (var wanted : podSpec.path("nodeSelector").properties()) {
            if (!place.labels().path(wanted.getKey()).equals(wanted.getValue())) {
                return false;
            }
        }
        JsonNode required = required(podSpec);
        return required.isMissingNode() || any(required.path("nodeSelectorTerms"), place);
    }

    private static JsonNode required(JsonNode podSpec) {
        return podSpec.path("affinity").path("nodeAffinity").path(REQUIRED);
    }

    /** Tells whether one of several terms means a node. */
    static boolean any(JsonNode terms, Place place) {
        for (JsonNode term : terms) {
            if (means(term, place)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the sum of the weights of the preferred terms that mean a node. */
    static long preference(JsonNode podSpec, Place place) {
        long sum = 0;
        for (JsonNode each : podSpec.path("affinity").path("nodeAffinity").path(PREFERRED)) {
            JsonNode term = each.path("preference");
            boolean empty = term.path("matchExpressions").isEmpty()
                    && term.path("matchFields").isEmpty();
            sum += empty || means(term, place) ? each.path("weight").asLong() : 0;
        }
        return sum;
    }

    /** Returns the names of the only nodes that can be meant, where every term names some, as for a DaemonSet's pod. */
    static Optional<Set<String>> named(JsonNode podSpec) {
        Set<String> names = new HashSet<>();
        JsonNode terms = required(podSpec).path("nodeSelectorTerms");
        for (JsonNode term : terms) {
            boolean some = false;
            for (JsonNode field : term.path("matchFields")) {
                if (field.path("operator").asText().equals("In")) {
                    field.path("values").forEach(value -> names.add(value.asText()));
                    some = true;
                }
            }
            if (!some) {
                return Optional.empty();
            }
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** A term without any requirement means no node. */
    private static boolean means(JsonNode term, Place place) {
        JsonNode expressions = term.path("matchExpressions");
        JsonNode fields = term.path("matchFields");
        for (JsonNode expression : expressions) {
            if (!holds(expression, place.labels().path(expression.path("key").asText()))) {
                return false;
            }
        }
        for (JsonNode field : fields) {
            if (!holds(field, TextNode.valueOf(place.name()))) {
                return false;
            }
        }
        return !expressions.isEmpty() || !fields.isEmpty();
    }

    private static boolean holds(JsonNode expression, JsonNode value) {
        boolean listed = false;
        for (JsonNode each : expression.path("values")) {
            listed |= each.equals(value);
        }
        return switch (expression.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> !value.isMissingNode();
            case "DoesNotExist" -> value.isMissingNode();
            case "Gt" -> compare(value, expression).filter(order -> order > 0).isPresent();
            case "Lt" -> compare(value, expression).filter(order -> order < 0).isPresent();
            default -> false;
        };
    }

    private static Optional<Integer> compare(JsonNode value, JsonNode expression) {
        try {
            long other = Long.parseLong(expression.path("values").path(0).asText());
            return Optional.of(Long.compare(Long.parseLong(value.asText()), other));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
