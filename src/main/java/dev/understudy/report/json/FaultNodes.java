package dev.understudy.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.cluster.UndoResult;
import dev.understudy.report.ChangeLine;
import dev.understudy.report.FaultLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults, what each changed, and what came of undoing it. */
final class FaultNodes {
    private FaultNodes() {}

    static ArrayNode faults(List<FaultLine> faults) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        faults.forEach(fault -> json.add(fault(fault)));
        return json;
    }

    private static ObjectNode fault(FaultLine fault) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", fault.name())
                .put("type", fault.type())
                .put("changes", fault.changes())
                .put("undo", word(fault.undo()))
                .put("detail", fault.detail());
        JsonReport.putIfKnown(json, "by", fault.by());
        JsonReport.putIfKnown(json, "injected", fault.injected());
        ArrayNode lines = json.putArray("changed");
        fault.lines().forEach(line -> lines.add(line(line)));
        return json;
    }

    private static ObjectNode line(ChangeLine line) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("object", line.object());
        JsonReport.putIfKnown(json, "field", line.field());
        json.put("before", line.before())
                .put("after", line.after())
                .put("undo", word(line.undo()))
                .put("detail", line.detail());
        return JsonReport.putIfKnown(json, "by", line.by());
    }

    private static @Nullable String word(@Nullable UndoResult result) {
        return result == null ? null : result.word();
    }
}
