package dev.understudy.simulated.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;

/** Whether a quota covers an object: one with scopes covers only the pods that are in all of them. */
final class Scopes {
    private Scopes() {}

    static boolean cover(ObjectNode quota, Kind kind, ObjectNode object) {
        JsonNode spec = quota.path("spec");
        for (JsonNode scope : spec.path("scopes")) {
            JsonNode there = JsonNodeFactory.instance.objectNode().put("operator", "Exists");
            if (!matches(scope.asText(), there, kind, object)) {
                return false;
            }
        }
        for (JsonNode expression : spec.path("scopeSelector").path("matchExpressions")) {
            if (!matches(expression.path("scopeName").asText(), expression, kind, object)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String scope, JsonNode expression, Kind kind, ObjectNode object) {
        if (!kind.equals(Kinds.POD)) {
            return false;
        }
        return switch (scope) {
            case "Terminating" -> isTerminating(object);
            case "NotTerminating" -> !isTerminating(object);
            case "BestEffort" -> isBestEffort(object);
            case "NotBestEffort" -> !isBestEffort(object);
            case "PriorityClass" ->
                matchesClass(
                        expression,
                        object.path("spec").path("priorityClassName").asText());
            default -> false;
        };
    }

    /** Not a pod that is being deleted, but one that ends by itself. */
    static boolean isTerminating(ObjectNode pod) {
        return pod.path("spec").path("activeDeadlineSeconds").isNumber();
    }

    private static boolean isBestEffort(ObjectNode pod) {
        for (String list : new String[] {"containers", "initContainers"}) {
            for (JsonNode container : pod.path("spec").path(list)) {
                JsonNode resources = container.path("resources");
                if (!resources.path("requests").isEmpty()
                        || !resources.path("limits").isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean matchesClass(JsonNode expression, String priorityClass) {
        boolean listed = false;
        for (JsonNode value : expression.path("values")) {
            listed |= value.asText().equals(priorityClass);
        }
        return switch (expression.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> !priorityClass.isEmpty();
            case "DoesNotExist" -> priorityClass.isEmpty();
            default -> false;
        };
    }
}
