package dev.understudy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.journal.Halt;
import dev.understudy.journal.Verification;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results of {@code drills} and {@code verify-journal} with {@code -o json}; only these need a JSON library. */
final class JournalJson {
    private static final JsonMapper JSON = new JsonMapper();

    private JournalJson() {}

    static void print(List<ListedDrill> listed, Map<String, String> origins, Optional<Halt> halted, PrintWriter out) {
        ObjectNode result = JSON.createObjectNode();
        halted.ifPresent(halt -> result.putObject("halted")
                .put("at", halt.at().toString())
                .put("who", halt.who())
                .put("reason", halt.reason()));
        ArrayNode drills = result.putArray("drills");
        listed.forEach(one -> drills.addObject()
                .put("drill", one.drill())
                .put("scenario", one.scenario())
                .put("service", one.service())
                .put("opened", one.opened().toString())
                .put("state", one.state().word())
                .put("outcome", one.outcome())
                .put("evidence", one.evidence())
                .put("remark", one.remark())
                .put("origin", origins.get(one.drill())));
        out.println(result.toPrettyString());
    }

    static void print(Verification verification, PrintWriter out) {
        ObjectNode result = JSON.createObjectNode();
        switch (verification) {
            case Verification.Intact intact -> {
                result.put("intact", true).put("drills", intact.drills()).put("entries", intact.entries());
                ObjectNode heads = result.putObject("heads");
                intact.heads().forEach(heads::put);
            }
            case Verification.Broken broken -> {
                result.put("intact", false);
                ArrayNode breaks = result.putArray("breaks");
                broken.breaks()
                        .forEach(at -> breaks.addObject()
                                .put("drill", at.drill())
                                .put("entry", at.number())
                                .put("what", at.what())
                                .put("expected", at.expected())
                                .put("found", at.found()));
            }
        }
        out.println(result.toPrettyString());
    }
}
