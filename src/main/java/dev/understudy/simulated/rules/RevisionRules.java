package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Controller revisions: what they remember never changes, their place in history may. */
final class RevisionRules implements KindRules {
    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        problems.notNegative(object, "", "revision");
        if (!object.has("data")) {
            problems.required("data", "data is mandatory");
        }
        problems.immutable(object, before, "data");
    }
}
