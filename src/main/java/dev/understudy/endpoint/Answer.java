package dev.understudy.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.report.EventText;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a drill made of an order.
 *
 * @param drill its id
 * @param result for people, in a sentence
 * @param events what was written down, as the timeline tells it; none when it changed nothing
 */
public record Answer(String drill, String result, List<EventText> events) {
    public Answer {
        events = List.copyOf(events);
    }

    /** Returns it as JSON. */
    public ObjectNode json() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("drill", drill).put("result", result);
        ArrayNode all = json.putArray("events");
        events.forEach(event -> all.addObject().put("event", event.word()).put("text", event.text()));
        return json;
    }

    static Answer read(JsonNode json) {
        return new Answer(
                json.path("drill").asText(),
                json.path("result").asText(),
                StreamSupport.stream(json.path("events").spliterator(), false)
                        .map(e -> new EventText(
                                e.path("event").asText(), e.path("text").asText()))
                        .toList());
    }
}
