package dev.understudy.cli;

import dev.understudy.report.DrillArchive;
import dev.understudy.report.DrillReport;
import dev.understudy.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
    private static final int SUGGESTIONS = 5;

    private final DrillArchive archive;
    private final List<ReportFormat> formats;

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
     * Prints from an archive.
     *
     * @param formats those that may be asked for
     */
    public ReportCommand(DrillArchive archive, List<ReportFormat> formats) {
        this.archive = archive;
        this.formats = List.copyOf(formats);
    }

    @Override
    public Integer call() {
        ReportFormat chosen = formats.stream()
                .filter(f -> f.name().equals(format))
                .findFirst()
                .orElseThrow(() -> wrong("there is no format '" + format + "'; there is "
                        + formats.stream().map(ReportFormat::name).collect(Collectors.joining(", "))));
        String id = identify();
        DrillArchive.Journalled found = archive.find(id).orElseThrow(() -> unknown(id));
        write(chosen.print(DrillReport.of(found.entries(), found.headHash())));
        return 0;
    }

    private String identify() {
        List<String> ids = archive.latestFirst();
        if (ids.contains(drill)) {
            return drill;
        }
        List<String> matching = ids.stream().filter(id -> id.startsWith(drill)).toList();
        if (matching.isEmpty()) {
            throw unknown(drill);
        }
        if (matching.size() > 1) {
            throw wrong("'" + drill + "' is the beginning of several drills: " + latest(matching));
        }
        return matching.getFirst();
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

    private ParameterException unknown(String id) {
        List<String> ids = archive.latestFirst();
        return wrong("there is no drill '" + id + "'; "
                + (ids.isEmpty() ? "there has been none yet" : "the latest are " + latest(ids)));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static String latest(List<String> ids) {
        String named = ids.stream().limit(SUGGESTIONS).collect(Collectors.joining(", "));
        return ids.size() > SUGGESTIONS ? named + ", and " + (ids.size() - SUGGESTIONS) + " older" : named;
    }
}
