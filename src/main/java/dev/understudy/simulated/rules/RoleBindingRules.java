package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Role bindings and cluster role bindings. */
final class RoleBindingRules implements KindRules {
    private static final String GROUP = "rbac.authorization.k8s.io";

    @Override
    public void fill(ObjectNode object) {
        Fill.in(Fill.object(object, "roleRef"), "apiGroup", GROUP);
        Fill.each(object.path("subjects")).forEach(subject -> {
            if (!subject.path("kind").asText().equals("ServiceAccount")) {
                Fill.in(subject, "apiGroup", GROUP);
            }
        });
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode role = object.path("roleRef");
        if (role.path("name").asText("").isEmpty()) {
            problems.required("roleRef.name", "");
        }
        if (before != null && !role.equals(before.path("roleRef"))) {
            problems.invalid("roleRef", role, "cannot change roleRef");
        }
    }
}
