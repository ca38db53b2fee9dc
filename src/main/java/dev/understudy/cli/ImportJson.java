package dev.understudy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.history.Flaw;
import dev.understudy.history.file.Frequencies;
import dev.understudy.history.file.Takings;
import java.io.PrintWriter;
import java.util.Locale;

/** The result of {@code import -o json}; apart, because only this needs a JSON library. */
final class ImportJson {
    private ImportJson() {}

    static void print(ImportSummary summary, PrintWriter out) {
        Takings takings = summary.takings();
        ObjectNode result = new JsonMapper().createObjectNode();
        result.put("file", summary.file()).put("source", summary.source()).put("finished", takings.finished());
        result.put("rows", takings.rows())
                .put("line", takings.line())
                .put("new", takings.added())
                .put("same", takings.same())
                .put("rejected", takings.rejects());
        ObjectNode reasons = result.putObject("reasons");
        takings.rejected().forEach((kind, count) -> reasons.put(word(kind), count));
        ArrayNode rejects = result.putArray("rejects");
        summary.first().forEach(reject -> {
            ObjectNode each = rejects.addObject().put("line", reject.line());
            ArrayNode flaws = each.putArray("flaws");
            reject.flaws()
                    .forEach(flaw ->
                            flaws.addObject().put("reason", word(flaw.kind())).put("text", flaw.text()));
        });
        names("unknownPeople", takings.remarks().unknownPeople(), result);
        names("unknownServices", takings.remarks().unknownServices(), result);
        names("unknownClasses", takings.remarks().unknownClasses(), result);
        result.put("clericalClosings", takings.remarks().clericalClosings());
        result.put("timesThatCameTwice", takings.remarks().timesThatCameTwice());
        result.put("withoutClass", takings.remarks().withoutClass());
        result.put("withoutPeople", takings.remarks().withoutPeople());
        takings.passedOver().forEach(result.putArray("columnsNotRead")::add);
        takings.neverSeen().forEach(result.putArray("columnsNeverSeen")::add);
        out.println(result.toPrettyString());
    }

    static void printForgotten(String source, long count, PrintWriter out) {
        out.println(new JsonMapper()
                .createObjectNode()
                .put("source", source)
                .put("forgotten", count)
                .toPrettyString());
    }

    private static String word(Flaw.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void names(String key, Frequencies names, ObjectNode result) {
        ObjectNode object = result.putObject(key);
        names.mostFrequent().forEach(each -> object.put(each.getKey(), each.getValue()));
    }
}
