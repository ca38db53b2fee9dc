package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Priority classes: the highest numbers and the names {@code system-...} are the cluster's own. */
final class PriorityClassRules implements KindRules {
    private static final int HIGHEST = 1_000_000_000;
    private static final String SYSTEM = "system-";
    private static final Map<String, Integer> KNOWN =
            Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);

    @Override
    public void fill(ObjectNode object) {
        Fill.in(object, "preemptionPolicy", "PreemptLowerPriority");
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        String name = object.path("metadata").path("name").asText("");
        JsonNode value = object.path("value");
        if (name.startsWith(SYSTEM)) {
            checkKnown(name, object, problems);
        } else if (value.asInt() > HIGHEST) {
            problems.forbidden("value", "maximum allowed value of a user defined priority is " + HIGHEST);
        }
        if (before != null && value.asInt() != before.path("value").asInt()) {
            problems.forbidden("value", "may not be changed in an update.");
        }
        problems.immutable(object, before, "preemptionPolicy");
    }

    private static void checkKnown(String name, ObjectNode object, Problems problems) {
        Integer known = KNOWN.get(name);
        String why = known == null
                ? name + " is not a known system priority class"
                : object.path("value").asInt() != known
                        ? "value of " + name + " PriorityClass must be " + known
                        : object.path("globalDefault").asBoolean()
                                ? "globalDefault of " + name + " PriorityClass must be false"
                                : "";
        if (!why.isEmpty()) {
            problems.forbidden(
                    "metadata.name",
                    "priority class names with '" + SYSTEM + "' prefix are reserved for system use only. error: "
                            + why);
        }
    }
}
