package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Ingress classes. */
final class IngressClassRules implements KindRules {
    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode controller = object.path("spec").path("controller");
        if (controller.asText("").isEmpty()) {
            problems.required("spec.controller", "");
        } else if (!controller.asText().contains("/")) {
            problems.invalid("spec.controller", controller, "must be a domain-prefixed path (such as \"acme.io/foo\")");
        }
        problems.immutable(object, before, "spec.controller");
    }
}
