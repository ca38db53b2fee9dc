package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Roles and cluster roles. */
final class RoleRules implements KindRules {
    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode rules = object.path("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.get(i);
            if (rule.path("verbs").isEmpty()) {
                problems.required("rules[" + i + "].verbs", "verbs must contain at least one value");
            }
            if (rule.path("resources").isEmpty() && rule.path("nonResourceURLs").isEmpty()) {
                problems.required("rules[" + i + "].resources", "resource rules must supply at least one resource");
            }
        }
    }
}
