package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Pod disruption budgets. */
final class BudgetRules implements KindRules {
    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
            problems.invalid("spec", spec, "minAvailable and maxUnavailable cannot be both set");
        }
        problems.notNegative(spec, "spec", "minAvailable");
        problems.notNegative(spec, "spec", "maxUnavailable");
    }
}
