package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.cluster.ClusterException;
import dev.understudy.endpoint.PortRefused;
import dev.understudy.journal.JournalException;
import dev.understudy.simulated.world.WorldException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code understudy} command itself: everything that can be typed after it. */
@Command(
        name = "understudy",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Runs game days that prove a team can recover without its hero.%n",
        description = {
            "Breaks something real in Kubernetes, takes named people out of the game, times how the others detect,"
                    + " acknowledge and recover, undoes whatever is left, and says whether the team still depends on"
                    + " them.%n",
            "Begin with: understudy run scenarios/checkout-cache-loss.yaml%n"
        },
        footer = "%nDrills act only in namespaces that carry the label understudy.dev/drills=allowed.",
        synopsisSubcommandLabel = "COMMAND")
final class Root {
    private Root() {}

    /** Returns the whole command line, ready to be executed. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(new RunCommand());
        line.addSubcommand(new PlanCommand());
        line.addSubcommand(new ValidateCommand(System.in));
        line.addSubcommand(new SimulateCommand());
        line.addSubcommand(new UndoCommand());
        line.addSubcommand(new AckCommand());
        line.addSubcommand(new NoteCommand());
        line.addSubcommand(new HintCommand());
        line.addSubcommand(new BreachCommand());
        line.addSubcommand(new GlassCommand());
        line.addSubcommand(new AbortCommand());
        line.addSubcommand(new HaltCommand());
        line.addSubcommand(new ResumeCommand());
        line.addSubcommand(new DrillsCommand(
                JournalAccess::open,
                JournalAccess::locks,
                JournalAccess::halted,
                JournalAccess::evidence,
                JournalAccess::open));
        line.addSubcommand(new ReportCommand(JournalAccess::open, Catalog::reports));
        line.addSubcommand(new ImportCommand(JournalAccess::open, System.in, InstantSource.system()));
        line.addSubcommand(new CheckCommand());
        line.addSubcommand(new PlaybookCommand());
        line.addSubcommand(new DebriefCommand(new DebriefCommand.Surroundings(
                JournalAccess::open, System.in, JournalAccess::terminal, JournalAccess::draft, Instant::now)));
        line.addSubcommand(new FaultsCommand());
        line.addSubcommand(new ExplainCommand());
        line.addSubcommand(new RbacCommand());
        line.addSubcommand(new SchemaCommand());
        line.addSubcommand(new VerifyJournalCommand(JournalAccess::open));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(Root::correct);
        line.setExecutionExceptionHandler((failure, at, _) -> explain(failure, at));
        return line;
    }

    /** What was typed wrongly stands alone, where it is seen; the options are one word away. */
    private static int correct(ParameterException mistake, String[] typed) {
        CommandLine at = mistake.getCommandLine();
        at.getErr().println(mistake.getMessage());
        boolean suggested = UnmatchedArgumentException.printSuggestions(mistake, at.getErr());
        if (at.getParent() == null && !suggested) {
            at.usage(at.getErr());
        } else {
            at.getErr().println("'" + at.getCommandSpec().qualifiedName() + " --help' says what can be given");
        }
        return ExitCodes.USAGE;
    }

    /** What stops a command before it has touched anything is told in one sentence, not in a stack trace. */
    private static int explain(Exception failure, CommandLine at) throws Exception {
        if (failure instanceof ClusterException
                || failure instanceof JournalException
                || failure instanceof PortRefused) {
            String refusal = at.getCommandName().equals("run") ? "not injecting: " : "";
            at.getErr().println(refusal + failure.getMessage());
            return ExitCodes.REFUSED;
        }
        if (failure instanceof WorldException) {
            at.getErr().println(failure.getMessage());
            return ExitCodes.USAGE;
        }
        throw failure;
    }
}
