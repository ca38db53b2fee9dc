package dev.understudy.cli;

import dev.understudy.history.file.Format;
import dev.understudy.history.file.HistoryFile;
import dev.understudy.history.file.Intake;
import dev.understudy.history.file.Takings;
import dev.understudy.history.file.UnusableFile;
import dev.understudy.journal.JournalException;
import dev.understudy.journal.json.ExportText;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.scenario.language.ScenarioFiles;
import dev.understudy.wording.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy import}: incident history into the journal's store. Touches no cluster. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes real incidents from CSV or JSON lines into the journal's store: who acknowledged, worked on, resolved"
                    + " what, and when. Running it again takes nothing twice.",
            "A file of 'understudy drills --export' is recognised too, and its drills are taken after each is verified.",
            "Exit code 0 when every row is taken or was there, 1 when some were rejected, 2 when the file is of no use."
        })
public final class ImportCommand implements Callable<Integer> {
    private final Supplier<SqlJournal> journal;
    private final InputStream in;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "CSV with a header, or a JSON object on each line; - for standard input")
    private String name = "";

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "who the people are; roster.yaml beside FILE or in the working directory if not given")
    private @Nullable Path roster;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "what the columns, people, services and times of FILE mean, where that is not plain")
    private @Nullable Path mapping;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "incidents",
            description = "system that FILE comes from, in which ids are unique; ${DEFAULT-VALUE} if not given")
    private String source = "incidents";

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv or jsonl; recognised if not given")
    private @Nullable Format format;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "such as windows-1252; what a byte order mark says, or UTF-8, if not given")
    private @Nullable String encoding;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "where every rejected row is named; the first 20 are printed if not given")
    private @Nullable Path rejects;

    @Option(
            names = "--forget",
            paramLabel = "NAME",
            description =
                    "instead of taking a file, takes out every incident of this source, as after an import by a wrong"
                            + " mapping; drills stay")
    private @Nullable String forgotten;

    @Mixin
    private OutputOption output = new OutputOption();

    /**
     * @param journal opened when there is something to take
     * @param in what {@code -} stands for
     * @param clock tells what is yet to come
     */
    public ImportCommand(Supplier<SqlJournal> journal, InputStream in, InstantSource clock) {
        this.journal = journal;
        this.in = in;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (!source.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            throw wrong("--source is a short name of letters, digits and . _ -, not '" + Plain.text(source) + "'");
        }
        if (name.isEmpty() == (forgotten == null)) {
            throw wrong("name a FILE to take, or a source to --forget");
        }
        if (forgotten != null) {
            return forget(forgotten);
        }
        Charset charset = charset();
        try (ImportFile file = ImportFile.open(name, in)) {
            if (format == null && ExportText.recognised(file.beginning())) {
                return new DrillsTaken(journal, clock, output)
                        .take(file, spec.commandLine().getOut());
            }
            Format recognised = format == null ? Format.of(file.name(), file.beginning()) : format;
            return imported(file, recognised, charset);
        } catch (IOException e) {
            String.valueOf(e.getMessage())
                    .lines()
                    .forEach(line -> spec.commandLine().getErr().println(name + ": " + line));
            return ExitCodes.USAGE;
        } catch (JournalException e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().println("what was stored stays, and running it again goes on");
            return ExitCodes.REFUSED;
        }
    }

    private int forget(String gone) {
        PrintWriter out = spec.commandLine().getOut();
        try (SqlJournal open = journal.get()) {
            Map<String, Long> sources = open.incidents().sources();
            if (!sources.containsKey(gone)) {
                throw wrong("nothing was imported from a source '" + Plain.text(gone) + "'; there "
                        + (sources.isEmpty() ? "is none" : "are " + String.join(", ", sources.keySet())));
            }
            long count = open.incidents().forget(gone);
            if (output.json()) {
                ImportJson.printForgotten(gone, count, out);
            } else {
                out.println(Words.count(count, "incident") + " of source " + gone + " taken out");
            }
            out.flush();
            return ExitCodes.DONE;
        } catch (JournalException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.REFUSED;
        }
    }

    private int imported(ImportFile file, Format recognised, @Nullable Charset charset) throws IOException {
        Path people = roster == null ? file.beside(ScenarioFiles.ROSTER_FILE) : roster;
        if (people == null) {
            throw new UnusableFile("there is no " + ScenarioFiles.ROSTER_FILE
                    + " beside it or in the working directory to say who the people are; name one with --roster");
        }
        if (rejects != null && file.path() != null && Files.exists(rejects) && Files.isSameFile(rejects, file.path())) {
            throw wrong("--rejects would write over the file that is to be read");
        }
        Optional<ImportTerms> terms =
                ImportTerms.read(people, mapping, spec.commandLine().getErr());
        return terms.isEmpty() ? ExitCodes.USAGE : taken(file, recognised, charset, terms.get());
    }

    private int taken(ImportFile file, Format recognised, @Nullable Charset charset, ImportTerms terms)
            throws IOException {
        HistoryFile history = HistoryFile.open(file.in(), recognised, charset, terms.mapping());
        try (SqlJournal open = journal.get();
                ImportWatch watch = new ImportWatch(Screen.standard(), file, rejects)) {
            Takings takings =
                    new Intake(history, open.incidents(), terms.roster(), source, clock.instant(), watch).take();
            watch.done();
            ImportSummary summary = new ImportSummary(file.name(), source, takings, watch.first());
            PrintWriter out = spec.commandLine().getOut();
            if (output.json()) {
                ImportJson.print(summary, out);
            } else {
                summary.print(out);
            }
            out.flush();
            return takings.finished() && takings.rejects() == 0 ? ExitCodes.DONE : ExitCodes.NOT_PASSED;
        }
    }

    private @Nullable Charset charset() {
        try {
            Charset charset = encoding == null ? null : Charset.forName(encoding);
            // some are there to guess with, and say nothing about what a line feed looks like
            if (charset == null || charset.canEncode()) {
                return charset;
            }
        } catch (IllegalArgumentException e) {
            throw unknownEncoding();
        }
        throw unknownEncoding();
    }

    private ParameterException unknownEncoding() {
        return wrong("no encoding that can be read here is called '" + Plain.text(String.valueOf(encoding))
                + "'; there are UTF-8, UTF-16, windows-1252, ISO-8859-1, Shift_JIS and others");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
