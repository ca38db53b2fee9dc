package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.app.Debriefing;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.file.DebriefChecks;
import dev.understudy.debrief.file.DebriefForm;
import dev.understudy.debrief.file.DebriefPaper;
import dev.understudy.debrief.file.WrittenDebrief;
import dev.understudy.drill.Drill;
import dev.understudy.drill.OpenMatters;
import dev.understudy.journal.Journal;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy debrief}: what people say after a drill becomes its latest event. */
@Command(
        name = "debrief",
        mixinStandardHelpOptions = true,
        description = "Records the debrief of a drill: from a file, or question by question on a terminal.")
public final class DebriefCommand implements Callable<Integer> {
    /** What a debrief needs from around it. */
    public record Surroundings(
            Supplier<? extends Journal> journal,
            InputStream in,
            BooleanSupplier terminal,
            Function<String, Path> draft,
            Supplier<Instant> now) {}

    private final Surroundings around;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DRILL",
            description = "Id of the drill, or the beginning of it; not needed where only one waits for its debrief.")
    private @Nullable String drill;

    @ArgGroup
    private Way way = new Way();

    @Option(names = "--roster", paramLabel = "FILE", description = "Roster, for names beyond the drill's own people.")
    private @Nullable Path roster;

    /** How it is given; on a terminal the questions are asked when none of these is chosen. */
    static final class Way {
        @Option(names = "--file", paramLabel = "FILE", description = "Records what a file says; - for standard input.")
        private @Nullable String file;

        @Option(names = "--template", description = "Prints a file to fill in, with the drill's own questions.")
        private boolean template;

        @Option(names = "--show", description = "Prints what is recorded, as a file.")
        private boolean show;
    }

    public DebriefCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Optional<Roster> people = people();
        Journal journal = around.journal().get();
        if (way.file != null) {
            return fromFile(way.file, journal, people);
        }
        Drill found = new DebriefTarget(spec.commandLine(), journal).find(drill);
        if (way.template) {
            spec.commandLine().getOut().print(DebriefPaper.template(OpenMatters.of(found)));
        } else if (way.show) {
            spec.commandLine().getOut().print(shown(found));
        } else {
            return new DebriefTalk(spec.commandLine(), around)
                    .hold(found, people, said -> record(said, found, journal));
        }
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }

    private String shown(Drill found) {
        Debrief debrief = found.debrief();
        if (debrief == null) {
            throw wrong("drill " + found.briefing().drill() + " has no debrief yet");
        }
        return DebriefPaper.of(new WrittenDebrief(found.briefing().drill(), debrief));
    }

    private int fromFile(String name, Journal journal, Optional<Roster> people) {
        Source source = name.equals("-") ? Source.stream("<stdin>", around.in()) : Source.file(Path.of(name));
        return switch (DebriefForm.FILE.read(source)) {
            case Read.Bad<WrittenDebrief> bad -> refuse(bad.problems());
            case Read.Good<WrittenDebrief> good -> {
                WrittenDebrief written = good.value();
                Drill found =
                        new DebriefTarget(spec.commandLine(), journal).find(drill == null ? written.drill() : drill);
                List<Problem> misfits = DebriefChecks.check(written, OpenMatters.of(found), people, good.places());
                yield misfits.isEmpty() ? fromFile(name, written.said(), found, journal) : refuse(misfits);
            }
        };
    }

    private int fromFile(String name, Debrief debrief, Drill found, Journal journal) {
        Path draft = around.draft().apply(found.briefing().drill());
        record(debrief, found, journal);
        if (Path.of(name).toAbsolutePath().equals(draft.toAbsolutePath())) {
            DraftFile.remove(draft);
        }
        return ExitCodes.DONE;
    }

    private void record(Debrief debrief, Drill found, Journal journal) {
        Debriefing done = Debriefing.record(
                journal,
                found.briefing().drill(),
                debrief,
                debrief.facilitator(),
                around.now().get());
        PrintWriter out = spec.commandLine().getOut();
        DebriefNews.of(done).forEach(out::println);
        out.flush();
    }

    private Optional<Roster> people() {
        if (roster == null) {
            return Optional.empty();
        }
        return switch (Catalog.files().roster(Source.file(roster))) {
            case Read.Good<Roster> good -> Optional.of(good.value());
            case Read.Bad<Roster> bad ->
                throw wrong(String.join(
                        System.lineSeparator(),
                        bad.problems().stream().map(Problem::toString).toList()));
        };
    }

    private int refuse(List<Problem> problems) {
        problems.forEach(spec.commandLine().getErr()::println);
        return ExitCodes.USAGE;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
