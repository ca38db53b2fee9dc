package dev.understudy.cli;

import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import dev.understudy.report.DrillReport;
import dev.understudy.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints one drill's report again, from its journal. Exit 0 when printed, 2 when there is nothing to print. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Prints the report of one drill again, from its journal.")
public final class ReportCommand implements Callable<Integer> {
    private final Supplier<? extends Journal> journal;
    private final Supplier<List<ReportFormat>> formats;

    @Parameters(paramLabel = "DRILL", description = "Id of the drill, or the beginning of it.")
    private String drill = "";

    @Option(
            names = {"--format", "-o"},
            paramLabel = "FORMAT",
            defaultValue = "md",
            description = "html, md, json or junit; ${DEFAULT-VALUE} when not given.")
    private String format = "md";

    @Option(names = "--output", paramLabel = "FILE", description = "Writes it to a file instead of the terminal.")
    private @Nullable Path output;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Prints from a journal.
     *
     * @param journal opened when the command runs
     * @param formats those that may be asked for
     */
    public ReportCommand(Supplier<? extends Journal> journal, Supplier<List<ReportFormat>> formats) {
        this.journal = journal;
        this.formats = formats;
    }

    @Override
    public Integer call() {
        List<ReportFormat> known = formats.get();
        ReportFormat chosen = known.stream()
                .filter(f -> f.name().equals(format))
                .findFirst()
                .orElseThrow(() -> wrong("there is no format '" + format + "'; there is "
                        + known.stream().map(ReportFormat::name).collect(Collectors.joining(", "))));
        Journal open = journal.get();
        DrillSummary found = new WhichDrill(spec.commandLine(), open.drills()).begins(drill);
        write(chosen.print(DrillReport.of(open.read(found.drill()), found.head())));
        return 0;
    }

    private void write(String text) {
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(output, text);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot write " + output + ": " + e.getMessage(), e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
