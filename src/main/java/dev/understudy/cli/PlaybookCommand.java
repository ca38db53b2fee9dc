package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.app.EvidenceBook;
import dev.understudy.app.PlaybookFiles;
import dev.understudy.app.PlaybookFolder;
import dev.understudy.independence.Assessment;
import dev.understudy.independence.Assessor;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Question;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.playbook.LibraryScenario;
import dev.understudy.playbook.Playbook;
import dev.understudy.playbook.Pseudonyms;
import dev.understudy.playbook.Settings;
import dev.understudy.report.DrillReport;
import dev.understudy.report.artifact.Edition;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.language.Cast;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.ScenarioFiles;
import dev.understudy.scenario.language.Source;
import dev.understudy.wording.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy playbook}: the six artifacts as pages. Reads the journal; writes one folder. */
@Command(
        name = "playbook",
        mixinStandardHelpOptions = true,
        description = "Writes the playbook: six pages, each as HTML, Markdown and JSON, and all that they lead to.")
final class PlaybookCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder to write to; made where it is missing.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = "Folder of the scenarios that plans may use; default: the folder of the roster.")
    @Nullable
    private Path scenarios;

    @Override
    public Integer call() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is not a folder");
        }
        Roster roster = evidence.roster();
        Instant moment = evidence.moment();
        Settings settings = evidence.settings();
        EvidenceBook named = evidence.book(roster, settings.verdict(), moment);
        List<LibraryScenario> library = library(roster);
        boolean anonymise = evidence.anonymise();
        Pseudonyms nameless = new Pseudonyms(roster);
        Question question = anonymise ? nameless.question(named.question(null, null)) : named.question(null, null);
        Assessment assessment = Assessor.assess(question);
        Playbook playbook =
                Playbook.of(question, assessment, anonymise ? nameless.library(library) : library, settings.rotation());
        Edition edition = new Edition(roster.name(), assessment, anonymise);
        Map<String, String> files =
                PlaybookFiles.of(playbook, assessment, edition, anonymise ? Map.of() : reports(named));
        try {
            PlaybookFolder.write(folder, files);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot write to " + folder + ": " + why(e), e);
        }
        tell(named, question);
        return ExitCodes.DONE;
    }

    /** Those of file systems have a path for a message. */
    private static String why(IOException e) {
        return e instanceof FileSystemException
                ? e.getClass().getSimpleName() + " " + e.getMessage()
                : String.valueOf(e.getMessage());
    }

    private static Map<String, DrillReport> reports(EvidenceBook book) {
        try (SqlJournal journal = JournalAccess.open()) {
            return PlaybookFiles.reports(
                    journal, book.results().stream().map(DrillResult::drill).toList());
        }
    }

    /** Scenarios that cannot be read are told and left out: a plan without them is better than none. */
    private List<LibraryScenario> library(Roster roster) {
        Path home = scenarios == null ? evidence.home() : scenarios;
        if (!Files.isDirectory(home)) {
            throw new ParameterException(spec.commandLine(), "there is no folder " + home);
        }
        ScenarioFiles files = Catalog.files();
        List<LibraryScenario> library = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (Source source : YamlFolder.sources(home)) {
            switch (files.any(source, Optional.empty(), Map.of())) {
                case Read.Good<?> good -> {
                    if (good.value() instanceof Cast cast
                            && cast.roster().name().equals(roster.name())) {
                        library.add(LibraryScenario.of(cast.scenario()));
                    }
                }
                case Read.Bad<?> _ -> bad.add(source.name());
            }
        }
        if (!bad.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("left out of the plans, because they are not valid ('understudy validate' says why): "
                            + String.join(", ", bad));
        }
        return library;
    }

    private void tell(EvidenceBook book, Question question) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("the playbook of roster " + book.roster().name() + ", from "
                + Words.count(book.results().size(), "drill") + " and "
                + Words.count(book.history().incidents(), "incident") + " since "
                + LocalDate.ofInstant(book.history().from(), ZoneOffset.UTC)
                + (evidence.rehearsals() ? ", REHEARSALS COUNTED" : "") + ":");
        out.println("  "
                + folder.resolve("independence-check.html").toAbsolutePath().normalize());
        out.println("  and from there the hero map, the transfer plan, the rotation plan, the knowledge pack and the"
                + " improvement plan; each as .md and .json too");
        if (question.since() != null || !question.thresholds().departures().isEmpty()) {
            out.println("not by all evidence, or not by the usual numbers: each page says so at its top");
        }
        if (evidence.anonymise()) {
            out.println(
                    "names of the roster are gone; nicknames and people outside of it are not known here: read it before"
                            + " you publish it");
        }
        if (book.results().isEmpty() && book.history().incidents() == 0) {
            out.println(
                    "there is no evidence yet: 'understudy import FILE' takes incident history, 'understudy run' makes"
                            + " drills");
        }
        out.flush();
    }
}
