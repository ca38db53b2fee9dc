package dev.understudy.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.report.Spread;

/** The blast radius that was measured. */
final class SpreadNodes {
    private SpreadNodes() {}

    static ObjectNode spread(Spread spread) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("state", spread.state())
                .put("watched", spread.watched())
                .put("complete", spread.complete());
        ArrayNode reached = json.putArray("reached");
        spread.reached()
                .forEach(r -> reached.addObject()
                        .put("what", r.what())
                        .put("at", r.at().toString())
                        .put("lasted", r.lasted() == null ? null : r.lasted().toString())
                        .put("detail", r.detail()));
        return json;
    }
}
