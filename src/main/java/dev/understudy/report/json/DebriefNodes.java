package dev.understudy.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.debrief.Debrief;
import dev.understudy.report.Debriefed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people said after the drill. */
final class DebriefNodes {
    private DebriefNodes() {}

    static JsonNode debrief(@Nullable Debriefed debriefed) {
        if (debriefed == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        Debrief said = debriefed.said();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", debriefed.at().toString())
                .put("facilitator", said.facilitator())
                .put("outcomeAtClose", debriefed.atClose().word())
                .put("outcome", debriefed.now().word())
                .put("confirmed", said.confirmed());
        settled(json, said);
        var answers = json.putArray("answers");
        said.answers()
                .forEach(a -> answers.addObject()
                        .put("question", a.question())
                        .put("answer", a.answer())
                        .put("by", a.by()));
        json.set("unanswered", JsonReport.strings(debriefed.unanswered()));
        json.set("factors", JsonReport.strings(said.factors()));
        json.set("wentWell", JsonReport.strings(said.wentWell()));
        json.set("wentBadly", JsonReport.strings(said.wentBadly()));
        json.set("lucky", JsonReport.strings(said.lucky()));
        learned(json, said);
        return json;
    }

    private static void settled(ObjectNode json, Debrief said) {
        var actors = json.putArray("actors");
        said.attributions()
                .forEach(a -> actors.addObject()
                        .put("actor", a.actor())
                        .put("responder", a.responder())
                        .put("kind", a.kind().name().toLowerCase(Locale.ROOT)));
        var parts = json.putArray("excluded");
        said.parts()
                .forEach(p -> parts.addObject()
                        .put("responder", p.responder())
                        .put("part", p.involved().word()));
    }

    private static void learned(ObjectNode json, Debrief said) {
        var gaps = json.putArray("gaps");
        said.gaps()
                .forEach(g -> gaps.addObject()
                        .put("asked", g.asked())
                        .put("answeredBy", g.answeredBy())
                        .put("onlyExcluded", g.onlyExcluded())
                        .put("runbook", g.runbook())
                        .put("owner", g.owner()));
        var actions = json.putArray("actions");
        said.actions()
                .forEach(a -> actions.addObject()
                        .put("title", a.title())
                        .put("owner", a.owner())
                        .put("due", a.due().toString())
                        .put("blocking", a.blocking())
                        .put("done", a.done())
                        .put("retest", a.retest()));
    }
}
