package dev.understudy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.app.DrillImport;
import dev.understudy.app.DrillImport.Rejection;
import dev.understudy.app.DrillImport.Summary;
import dev.understudy.journal.sql.SqlJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Drills that were exported elsewhere, taken into this journal. */
final class DrillsTaken {
    private final Supplier<SqlJournal> journal;
    private final OutputOption output;

    DrillsTaken(Supplier<SqlJournal> journal, OutputOption output) {
        this.journal = journal;
        this.output = output;
    }

    /** Takes them and says what came of it; the exit code is 1 when some were rejected. */
    int take(ImportFile file, PrintWriter out) throws IOException {
        try (SqlJournal open = journal.get()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(file.in(), StandardCharsets.UTF_8));
            Summary summary = DrillImport.read(lines, open);
            if (output.json()) {
                out.println(json(file.name(), summary).toPrettyString());
            } else {
                print(file.name(), summary, out);
            }
            out.flush();
            return summary.rejections().isEmpty() ? ExitCodes.DONE : ExitCodes.NOT_PASSED;
        }
    }

    private static void print(String file, Summary summary, PrintWriter out) {
        for (Rejection rejection : summary.rejections()) {
            String drill = rejection.drill().isEmpty() ? "" : "drill " + Plain.text(rejection.drill()) + ": ";
            out.println(file + ":" + rejection.line() + ": " + drill + Plain.text(rejection.why()));
        }
        out.println(file + ": " + summary.added() + " drills new, " + summary.grown() + " grown, " + summary.there()
                + " there already, " + summary.rejections().size() + " rejected");
    }

    private static ObjectNode json(String file, Summary summary) {
        ObjectNode json = new JsonMapper()
                .createObjectNode()
                .put("file", file)
                .put("new", summary.added())
                .put("grown", summary.grown())
                .put("same", summary.there())
                .put("rejected", summary.rejections().size());
        ArrayNode rejects = json.putArray("rejects");
        summary.rejections()
                .forEach(each -> rejects.addObject()
                        .put("line", each.line())
                        .put("drill", each.drill())
                        .put("text", each.why()));
        return json;
    }
}
