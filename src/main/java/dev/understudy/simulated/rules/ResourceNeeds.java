package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.simulated.schema.Quantities;
import java.math.BigDecimal;
import java.util.Set;

/** Checks what a container requests and is limited to. */
final class ResourceNeeds {
    private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");

    private ResourceNeeds() {}

    static void check(JsonNode resources, String path, Problems problems) {
        JsonNode limits = resources.path("limits");
        limits.properties()
                .forEach(limit ->
                        amount(limit.getKey(), limit.getValue(), path + ".limits[" + limit.getKey() + "]", problems));
        resources.path("requests").properties().forEach(request -> {
            String name = request.getKey();
            amount(name, request.getValue(), path + ".requests[" + name + "]", problems);
            compare(name, request.getValue(), limits.path(name), path, problems);
        });
    }

    private static void amount(String name, JsonNode amount, String path, Problems problems) {
        if (!name.contains("/") && !name.startsWith("hugepages-") && !STANDARD.contains(name)) {
            problems.invalid(path, TextNode.valueOf(name), "must be a standard resource type or fully qualified");
            problems.invalid(path, TextNode.valueOf(name), "must be a standard resource for containers");
        }
        BigDecimal value = value(amount);
        if (value.signum() < 0) {
            problems.invalid(path, amount, "must be greater than or equal to 0");
        }
        if (name.contains("/") && value.stripTrailingZeros().scale() > 0) {
            problems.invalid(path, amount, "must be an integer");
        }
    }

    private static void compare(String name, JsonNode request, JsonNode limit, String path, Problems problems) {
        if (!limit.isMissingNode()) {
            if (value(request).compareTo(value(limit)) > 0) {
                problems.invalid(
                        path + ".requests",
                        request,
                        "must be less than or equal to " + name + " limit of " + limit.asText());
            }
        } else if (name.contains("/")) {
            problems.required(path + ".limits", "Limit must be set for non overcommitable resources");
        }
    }

    private static BigDecimal value(JsonNode quantity) {
        return Quantities.value(quantity.asText()).orElse(BigDecimal.ZERO);
    }
}
