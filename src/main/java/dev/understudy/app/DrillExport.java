package dev.understudy.app;

import dev.understudy.journal.Chain;
import dev.understudy.journal.Chains;
import dev.understudy.journal.Export;
import dev.understudy.journal.json.ExportText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes drills out of a journal, text for text, for another machine to take in. */
public final class DrillExport {
    private DrillExport() {}

    /**
     * Writes drills, one line for each entry.
     *
     * @param drills ids, in the order of the file
     * @return how many lines there are
     */
    public static int write(Chains chains, List<String> drills, Writer out) throws IOException {
        int lines = 0;
        for (String drill : drills) {
            Chain chain = chains.chain(drill);
            for (Export.Line line : Export.lines(chain)) {
                out.write(ExportText.write(line));
                out.write('\n');
                lines++;
            }
        }
        return lines;
    }
}
