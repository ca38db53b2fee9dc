package dev.understudy.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.report.Clocks;
import dev.understudy.report.Objective;
import java.util.List;
import java.util.Locale;

/** Clocks and objectives. */
final class ClockNodes {
    private ClockNodes() {}

    static ObjectNode clocks(Clocks clocks) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        clocks.byName()
                .forEach((name, clock) ->
                        json.set(name, clock.map(ClockNodes::clock).orElse(null)));
        return json;
    }

    /** Every objective is there; {@code null} where it was not judged. */
    static ObjectNode results(List<Objective> objectives) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        objectives.forEach(o ->
                json.put(o.name(), o.result() == null ? null : o.result().name().toLowerCase(Locale.ROOT)));
        return json;
    }

    static ObjectNode times(List<Objective> objectives) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Objective objective : objectives) {
            ObjectNode time = json.putObject(objective.name())
                    .put("limit", objective.limit().toString())
                    .put("from", objective.from());
            JsonReport.putIfKnown(time, "took", objective.took());
            time.put("less", objective.less().toString())
                    .put("more", objective.more().toString());
        }
        return json;
    }

    private static ObjectNode clock(Clocks.Clock clock) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("at", clock.at().toString());
        JsonReport.putIfKnown(json, "error", clock.error());
        return JsonReport.putIfKnown(json, "grade", clock.grade());
    }
}
