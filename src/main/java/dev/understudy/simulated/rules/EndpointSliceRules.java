package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Endpoint slices. */
final class EndpointSliceRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        Fill.each(object.path("ports")).forEach(port -> {
            if (!port.has("name")) {
                port.put("name", "");
            }
            Fill.in(port, "protocol", "TCP");
        });
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        if (object.path("addressType").asText("").isEmpty()) {
            problems.required("addressType", "");
        }
        problems.immutable(object, before, "addressType");
    }
}
