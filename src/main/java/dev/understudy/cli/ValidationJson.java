package dev.understudy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.scenario.Problem;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Map;

/** The result of {@code validate -o json}; apart, because only this needs a JSON library. */
final class ValidationJson {
    private ValidationJson() {}

    static void print(
            boolean valid,
            Map<String, String> good,
            Collection<String> bad,
            Collection<Problem> problems,
            PrintWriter out) {
        JsonMapper json = new JsonMapper();
        ObjectNode result = json.createObjectNode();
        result.put("valid", valid);
        ArrayNode files = result.putArray("files");
        good.forEach((file, what) ->
                files.addObject().put("file", file).put("valid", true).put("what", what));
        bad.forEach(file -> files.addObject().put("file", file).put("valid", false));
        ArrayNode list = result.putArray("problems");
        problems.forEach(problem -> list.addObject()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.message())
                .put("hint", problem.hint()));
        out.println(result.toPrettyString());
    }
}
