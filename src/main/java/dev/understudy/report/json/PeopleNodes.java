package dev.understudy.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.report.People;
import dev.understudy.scenario.Participants.Exclusion;

/** Who took part, who was kept out, and who helped. Emergency contacts stay out: a report travels. */
final class PeopleNodes {
    private PeopleNodes() {}

    static ObjectNode responders(People people) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set(
                "excluded",
                JsonReport.strings(
                        people.excluded().stream().map(Exclusion::responder).toList()));
        json.put("acknowledgedBy", people.acknowledgedBy()).put("lead", people.lead());
        json.set("acted", JsonReport.strings(people.acted()));
        ArrayNode breaches = json.putArray("breaches");
        people.breaches()
                .forEach(b -> breaches.addObject()
                        .put("responder", b.responder())
                        .put("kind", b.kind().word())
                        .put("at", b.at().toString())
                        .put("detail", b.detail())
                        .put("allowed", b.allowed()));
        ArrayNode exclusions = json.putArray("exclusions");
        people.excluded()
                .forEach(e -> exclusions
                        .addObject()
                        .put("responder", e.responder())
                        .put("reason", e.reason())
                        .put("substitute", e.substitute()));
        return json;
    }

    static ArrayNode hints(People people) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        people.hints()
                .forEach(h -> json.addObject()
                        .put("level", h.level())
                        .put("at", h.at().toString())
                        .put("text", h.text()));
        return json;
    }

    static ArrayNode glass(People people) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        people.glass()
                .forEach(g -> json.addObject()
                        .put("responder", g.responder())
                        .put("at", g.at().toString())
                        .put("reason", g.reason())
                        .put("realEmergency", g.realEmergency()));
        return json;
    }
}
