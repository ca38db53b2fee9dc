package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Events, in which the name comes last: nobody reads it. */
final class EventColumns {
    private EventColumns() {}

    static List<Column> of(InstantSource clock) {
        return List.of(
                Column.text("Last Seen", each -> Cells.since(lastSeen(each), clock)),
                Column.text("Type", each -> each.path("type").asText()),
                Column.text("Reason", each -> each.path("reason").asText()),
                Column.text("Object", EventColumns::object),
                Column.wide(
                        "Subobject",
                        each -> each.at("/involvedObject/fieldPath").asText()),
                Column.wide("Source", EventColumns::source),
                Column.text("Message", each -> each.path("message").asText().strip()),
                Column.wide("First Seen", each -> Cells.since(firstSeen(each), clock)),
                new Column("Count", "string", true, each -> JsonNodeFactory.instance.numberNode(count(each))),
                Column.wide("Name", each -> each.path("metadata").path("name").asText()));
    }

    private static JsonNode firstSeen(ObjectNode event) {
        JsonNode first = event.path("firstTimestamp");
        return first.isTextual() ? first : event.path("eventTime");
    }

    private static JsonNode lastSeen(ObjectNode event) {
        JsonNode series = event.at("/series/lastObservedTime");
        if (series.isTextual()) {
            return series;
        }
        JsonNode last = event.path("lastTimestamp");
        return last.isTextual() ? last : firstSeen(event);
    }

    private static int count(ObjectNode event) {
        JsonNode series = event.path("series");
        return series.isObject()
                ? series.path("count").asInt()
                : Math.max(1, event.path("count").asInt());
    }

    private static String object(ObjectNode event) {
        String kind = event.at("/involvedObject/kind").asText().toLowerCase(Locale.ROOT);
        String name = event.at("/involvedObject/name").asText();
        return name.isEmpty() ? kind : kind + "/" + name;
    }

    private static String source(ObjectNode event) {
        String component = either(event.at("/source/component"), event.path("reportingComponent"));
        String instance = either(event.at("/source/host"), event.path("reportingInstance"));
        return instance.isEmpty() ? component : component + ", " + instance;
    }

    private static String either(JsonNode first, JsonNode second) {
        return first.asText().isEmpty() ? second.asText() : first.asText();
    }
}
