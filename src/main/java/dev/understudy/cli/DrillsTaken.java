package dev.understudy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.app.DrillImport;
import dev.understudy.app.ImportTally.Growth;
import dev.understudy.app.ImportTally.Rejection;
import dev.understudy.app.ImportTally.Summary;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.wording.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Drills that were exported elsewhere, taken into this journal. */
final class DrillsTaken {
    private final Supplier<SqlJournal> journal;
    private final InstantSource clock;
    private final OutputOption output;

    DrillsTaken(Supplier<SqlJournal> journal, InstantSource clock, OutputOption output) {
        this.journal = journal;
        this.clock = clock;
        this.output = output;
    }

    /** Takes them and says what came of it; the exit code is 1 when some were rejected. */
    int take(ImportFile file, PrintWriter out) throws IOException {
        try (SqlJournal open = journal.get()) {
            Summary summary = DrillImport.read(file.in(), open, called(file), clock.instant());
            if (output.json()) {
                out.println(json(file.name(), summary).toPrettyString());
            } else {
                print(file.name(), summary, out);
            }
            out.flush();
            return summary.rejected() == 0 ? ExitCodes.DONE : ExitCodes.NOT_PASSED;
        }
    }

    private static String called(ImportFile file) {
        return file.path() == null
                ? "standard input"
                : Plain.text(String.valueOf(file.path().getFileName()));
    }

    private static void print(String file, Summary summary, PrintWriter out) {
        for (Rejection rejection : summary.rejections()) {
            String drill = rejection.drill().isEmpty() ? "" : "drill " + Plain.text(rejection.drill()) + ": ";
            out.println(file + ":" + rejection.line() + ": " + drill + Plain.text(rejection.why()));
        }
        long more = summary.rejected() - summary.rejections().size();
        if (more > 0) {
            out.println("and " + more + " more rejected");
        }
        for (Growth growth : summary.grown()) {
            out.println("drill " + growth.drill() + " has grown by " + Words.count(growth.entries(), "entry") + ": "
                    + growth.kinds());
        }
        out.println(file + ": " + summary.added() + " drills new, "
                + summary.grown().size() + " grown, " + summary.there() + " there already, " + summary.rejected()
                + " rejected");
        if (summary.invented() > 0) {
            out.println(summary.invented()
                    + " of them are an invented sample: use a journal of its own ('export XDG_STATE_HOME=$(mktemp -d)'),"
                    + " what a journal has taken stays there");
        }
    }

    private static ObjectNode json(String file, Summary summary) {
        ObjectNode json = new JsonMapper()
                .createObjectNode()
                .put("file", file)
                .put("new", summary.added())
                .put("grown", summary.grown().size())
                .put("same", summary.there())
                .put("rejected", summary.rejected())
                .put("invented", summary.invented());
        ArrayNode growths = json.putArray("growths");
        summary.grown()
                .forEach(each -> growths.addObject()
                        .put("drill", each.drill())
                        .put("entries", each.entries())
                        .put("kinds", each.kinds()));
        ArrayNode rejects = json.putArray("rejects");
        summary.rejections()
                .forEach(each -> rejects.addObject()
                        .put("line", each.line())
                        .put("drill", each.drill())
                        .put("text", each.why()));
        return json;
    }
}
