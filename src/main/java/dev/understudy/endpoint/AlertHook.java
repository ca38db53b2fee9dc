package dev.understudy.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import dev.understudy.orchestrator.LiveDrill;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes Alertmanager's webhook, payload version 4. Each firing alert of a group is told to the drill, which counts the
 * first that its scenario waits for; a group that is delivered again changes nothing, and resolved alerts say nothing.
 */
final class AlertHook {
    /** The sender knows the token. */
    private static final Origin ORIGIN = new Origin("alertmanager", "alertmanager", Grade.A);

    private AlertHook() {}

    /** Tells the drill; answers how many alerts there were and how many of them it counted. */
    static Future<JsonNode> take(JsonNode payload, LiveDrill drill) {
        List<Signal.Alerted> firing = firing(payload);
        List<Future<List<DrillEvent>>> asked =
                firing.stream().map(alert -> drill.ask(alert, ORIGIN)).toList();
        return Future.join(asked)
                .map(_ -> asked.stream().mapToInt(a -> a.result().size()).sum())
                .<JsonNode>map(counted -> JsonNodeFactory.instance
                        .objectNode()
                        .put("drill", drill.id())
                        .put("firing", firing.size())
                        .put("counted", counted))
                .recover(_ -> Future.failedFuture(RequestProblem.notNow("drill " + drill.id() + " is over")));
    }

    static List<Signal.Alerted> firing(JsonNode payload) {
        if (!payload.path("version").asText().equals("4")
                || !payload.path("alerts").isArray()) {
            throw RequestProblem.unreadable("this is no webhook payload of Alertmanager, version 4");
        }
        List<Signal.Alerted> firing = new ArrayList<>();
        for (JsonNode alert : payload.path("alerts")) {
            if (alert.path("status").asText().equals("firing")) {
                firing.add(new Signal.Alerted(labels(alert), startsAt(alert)));
            }
        }
        return firing;
    }

    private static Map<String, String> labels(JsonNode alert) {
        Map<String, String> labels = new TreeMap<>();
        alert.path("labels").properties().forEach(label -> {
            if (!label.getValue().isTextual()) {
                throw RequestProblem.unreadable("label '" + label.getKey() + "' of an alert is no text");
            }
            labels.put(label.getKey(), label.getValue().asText());
        });
        if (labels.isEmpty()) {
            throw RequestProblem.unreadable("an alert has no labels");
        }
        return labels;
    }

    private static Instant startsAt(JsonNode alert) {
        try {
            return OffsetDateTime.parse(alert.path("startsAt").asText()).toInstant();
        } catch (DateTimeParseException _) {
            throw RequestProblem.unreadable("startsAt of an alert is no time of RFC 3339");
        }
    }
}
