package dev.understudy.cli;

import dev.understudy.app.DrillExport;
import dev.understudy.journal.Chains;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.sql.PrivateFiles;
import dev.understudy.wording.Words;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code understudy drills --export}: drills that are over, as a file for another machine. */
final class DrillFile {
    private static final String STANDARD_OUTPUT = "-";

    private final Supplier<? extends Chains> chains;

    DrillFile(Supplier<? extends Chains> chains) {
        this.chains = chains;
    }

    /**
     * Writes them, oldest first.
     *
     * @param chosen beginning of the id of the only one; null for all
     * @param known newest first
     */
    void write(String name, @Nullable String chosen, List<DrillSummary> known, CommandLine line) {
        List<DrillSummary> wanted = chosen == null ? known : List.of(new WhichDrill(line, known).begins(chosen));
        List<String> over = wanted.reversed().stream()
                .filter(DrillSummary::ended)
                .map(DrillSummary::drill)
                .toList();
        if (chosen != null && over.isEmpty()) {
            throw new ParameterException(
                    line, "drill " + wanted.getFirst().drill() + " is not over yet: export it when it is");
        }
        try {
            int lines = write(name, over, line);
            int open = wanted.size() - over.size();
            line.getErr()
                    .println(Words.count(over.size(), "drill") + " exported, " + Words.count(lines, "line")
                            + (open == 0 ? "" : "; " + open + " not over yet"));
            line.getErr()
                    .println("they hold what the journal holds, people's emergency contacts and answers among it:"
                            + " share them as you would share that");
        } catch (IOException e) {
            throw new ParameterException(line, "cannot write " + name + ": " + e.getMessage(), e);
        }
    }

    private int write(String name, List<String> drills, CommandLine line) throws IOException {
        if (name.equals(STANDARD_OUTPUT)) {
            int lines = DrillExport.write(chains.get(), drills, line.getOut());
            if (line.getOut().checkError()) {
                throw new IOException("standard output cannot be written to");
            }
            return lines;
        }
        // it names people and what they said, as the journal does
        Path file = PrivateFiles.file(Path.of(name));
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            return DrillExport.write(chains.get(), drills, out);
        }
    }
}
