package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events. Those with a time of their own come from newer clients and have to say more. */
final class EventRules implements KindRules {
    private static final int LEAST_SERIES = 2;
    private static final List<String> WANTED = List.of("reportingComponent", "reportingInstance", "action", "reason");

    @Override
    public void check(ObjectNode event, @Nullable ObjectNode before, Problems problems) {
        JsonNode involved = event.path("involvedObject").path("namespace");
        String namespace = event.path("metadata").path("namespace").asText();
        // Events about things without a namespace live in a namespace of the server's choice.
        boolean homeless =
                involved.asText().isEmpty() && (namespace.equals("default") || namespace.equals("kube-system"));
        if (!homeless && !involved.asText().equals(namespace)) {
            problems.invalid(
                    "involvedObject.namespace", TextNode.valueOf(involved.asText()), "does not match event.namespace");
        }
        if (before == null && event.path("eventTime").isTextual()) {
            checkSeries(event.path("series"), problems);
            WANTED.stream()
                    .filter(field -> event.path(field).asText().isEmpty())
                    .forEach(field -> problems.required(field, ""));
        }
    }

    private static void checkSeries(JsonNode series, Problems problems) {
        if (series.isMissingNode()) {
            return;
        }
        if (series.path("count").asInt() < LEAST_SERIES) {
            problems.invalid("series.count", TextNode.valueOf(""), "should be at least " + LEAST_SERIES);
        }
        if (!series.path("lastObservedTime").isTextual()) {
            problems.required("series.lastObservedTime", "");
        }
    }
}
