package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.simulated.schema.Shape.Struct;
import dev.understudy.simulated.schema.Shapes;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events of {@code events.k8s.io/v1}: those of the core group, with other names for some fields. */
public final class EventVersion implements Conversion {
    /** The name of a field here and in the core group. */
    private static final Map<String, String> NAMES = Map.of(
            "note", "message",
            "regarding", "involvedObject",
            "reportingController", "reportingComponent",
            "deprecatedSource", "source",
            "deprecatedFirstTimestamp", "firstTimestamp",
            "deprecatedLastTimestamp", "lastTimestamp",
            "deprecatedCount", "count");

    private static final Map<String, String> CORE_NAMES = inverted();
    /** What only events of the core group may still say. */
    private static final List<String> OUTDATED =
            List.of("deprecatedFirstTimestamp", "deprecatedLastTimestamp", "deprecatedCount", "deprecatedSource");

    private static Map<String, String> inverted() {
        Map<String, String> inverted = new HashMap<>();
        NAMES.forEach((here, core) -> inverted.put(core, here));
        return inverted;
    }

    @Override
    public Struct shape() {
        return Shapes.of(Event.class);
    }

    @Override
    public ObjectNode stored(ObjectNode shown) {
        return renamed(shown, NAMES).put("apiVersion", "v1");
    }

    @Override
    public ObjectNode shown(ObjectNode stored) {
        return renamed(stored, CORE_NAMES).put("apiVersion", "events.k8s.io/v1");
    }

    private static ObjectNode renamed(ObjectNode event, Map<String, String> names) {
        ObjectNode renamed = event.objectNode();
        event.properties()
                .forEach(field -> renamed.set(
                        names.getOrDefault(field.getKey(), field.getKey()),
                        field.getValue().deepCopy()));
        return renamed;
    }

    @Override
    public void check(ObjectNode event, Problems problems) {
        if (!event.path("eventTime").isTextual()) {
            problems.required("eventTime", "");
        }
        String type = event.path("type").asText();
        if (!type.equals("Normal") && !type.equals("Warning")) {
            problems.invalid("type", TextNode.valueOf(""), "has invalid value: " + type);
        }
        for (String field : OUTDATED) {
            JsonNode value = event.path(field);
            if (value.isTextual() || value.asInt() > 0 || value.isObject() && !value.isEmpty()) {
                problems.invalid(NAMES.getOrDefault(field, field), TextNode.valueOf(""), "needs to be unset");
            }
        }
    }
}
