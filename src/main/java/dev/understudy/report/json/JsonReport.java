package dev.understudy.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.drill.Briefing;
import dev.understudy.report.DrillReport;
import dev.understudy.report.ReportFormat;
import dev.understudy.report.TimelineLine;
import dev.understudy.report.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * JSON for other programs. Names are a promise, so they are written here and not taken from the code; times are
 * ISO-8601; what is not known is {@code null} where a reader would look for it.
 */
public final class JsonReport implements ReportFormat {
    /** Names this form of report; a form that breaks readers gets another. */
    public static final String SCHEMA = "understudy.dev/report/v1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper().configure(SerializationFeature.INDENT_OUTPUT, true);

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public String print(DrillReport report) {
        try {
            return encodable(MAPPER.writeValueAsString(tree(report))) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes is always JSON", e);
        }
    }

    private static ObjectNode tree(DrillReport report) {
        ObjectNode json = NODES.objectNode();
        json.put("schema", SCHEMA).put("drill", report.drill());
        subject(json, report);
        verdict(json, report.verdict());
        json.put("openedAt", report.openedAt().toString());
        json.put(
                "closedAt", report.closedAt() == null ? null : report.closedAt().toString());
        json.set("clocks", ClockNodes.clocks(report.clocks()));
        json.set("censored", strings(report.censored()));
        json.set("objectives", ClockNodes.results(report.objectives()));
        json.set("objectiveTimes", ClockNodes.times(report.objectives()));
        json.set("responders", PeopleNodes.responders(report.people()));
        json.set("hints", PeopleNodes.hints(report.people()));
        json.set("glass", PeopleNodes.glass(report.people()));
        json.set("faults", FaultNodes.faults(report.faults()));
        json.set("spread", SpreadNodes.spread(report.spread()));
        json.set("changesLeft", strings(report.changesLeft()));
        json.set("debrief", DebriefNodes.debrief(report.debrief()));
        json.set("measuring", strings(report.measuring()));
        json.put("journalHead", report.journalHead());
        ArrayNode timeline = json.putArray("timeline");
        report.timeline().forEach(line -> timeline.add(line(line)));
        return json;
    }

    private static void subject(ObjectNode json, DrillReport report) {
        Briefing.Subject subject = report.briefing().subject();
        json.put("scenario", subject.scenario())
                .put("title", subject.title())
                .put("purpose", subject.purpose())
                .put("service", subject.service())
                .put("incidentClass", subject.incidentClass())
                .put("runbook", subject.runbook())
                .put("cluster", report.briefing().stage().cluster())
                .put("namespace", report.briefing().stage().namespace());
    }

    private static void verdict(ObjectNode json, Verdict verdict) {
        json.put("evidence", verdict.evidence().worth().word())
                .put("evidenceReason", verdict.evidence().because())
                .put("state", verdict.state().name().toLowerCase(Locale.ROOT));
        if (verdict.outcome() == null) {
            json.putNull("outcome").putNull("passed");
        } else {
            json.put("outcome", verdict.outcome().word()).put("passed", verdict.passed());
        }
        json.put("why", verdict.why()).put("next", verdict.next());
        json.put("hypothesis", verdict.hypothesis().name().toLowerCase(Locale.ROOT));
        if (verdict.cause() == null) {
            json.putNull("end");
        } else {
            json.putObject("end")
                    .put(
                            "cause",
                            verdict.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("detail", verdict.causeDetail());
        }
    }

    private static ObjectNode line(TimelineLine line) {
        ObjectNode json = NODES.objectNode()
                .put("offset", line.offset().toString())
                .put("at", line.at().toString())
                .put("event", line.event())
                .put("text", line.text())
                .put("source", line.origin().source())
                .put("grade", line.origin().grade().name());
        return putIfKnown(json, "sourceTime", line.sourceTime());
    }

    static ArrayNode strings(List<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ObjectNode putIfKnown(ObjectNode json, String name, @Nullable Object value) {
        return value == null ? json : json.put(name, value.toString());
    }

    /** Halves of characters cannot be written as UTF-8. */
    private static String encodable(String json) {
        StringBuilder out = new StringBuilder(json.length());
        json.codePoints().map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c).forEach(out::appendCodePoint);
        return out.toString();
    }
}
