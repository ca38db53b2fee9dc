package dev.understudy.cli;

import dev.understudy.app.ClusterSession;
import dev.understudy.app.ReportFiles;
import dev.understudy.app.Sessions;
import dev.understudy.app.Understudy;
import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Drill;
import dev.understudy.guard.Refusal;
import dev.understudy.journal.JournalException;
import dev.understudy.orchestrator.Casting;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.DrillListener;
import dev.understudy.orchestrator.LiveDrill;
import dev.understudy.orchestrator.OpenResult;
import dev.understudy.report.DrillReport;
import dev.understudy.report.JunitReport;
import dev.understudy.scenario.language.Cast;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy run}: one drill to its end. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs one drill to its end: steady state first, then the fault, then the clocks, then the undo.",
            "Exit code: 0 passed, 1 not passed, 2 invalid file, 3 aborted or invalid, 4 refused or unreachable with"
                    + " nothing touched, 5 something could not be undone, 130/143 interrupted and undone."
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "Manifests that fill the simulated cluster; default: worlds/<namespace>.yaml beside the"
                    + " scenario or in the folder above.")
    private @Nullable Path world;

    @Option(
            names = "--responders",
            paramLabel = "WHO",
            description = "'scripted' plays the scenario's rehearsal, 'live' waits for people. Default: scripted on the"
                    + " simulated cluster inside this process, live elsewhere.")
    private @Nullable Responders responders;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder for report.html, report.md, report.json and junit.xml.")
    private @Nullable Path report;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the JUnit report here.")
    private @Nullable Path junit;

    /** Who responds; constants are spelled as on the command line. */
    enum Responders {
        scripted,
        live
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        cluster.check(spec);
        Optional<Cast> cast = scenario.read(err);
        if (cast.isEmpty()) {
            return ExitCodes.USAGE;
        }
        Screen screen = Screen.standard();
        try (ClusterSession session = open(cast.get(), screen);
                Understudy understudy = Understudy.open(System.getenv())) {
            int before = Unfinished.finish(understudy, session.ports(), screen);
            return before == ExitCodes.DONE ? run(cast.get(), session, understudy, screen) : before;
        }
    }

    private ClusterSession open(Cast cast, Screen screen) throws IOException {
        if (!cluster.simulated()) {
            return Sessions.kubernetes(cluster.kubeconfig, cluster.context);
        }
        ClusterSession session = Sessions.simulated(cast, world, scenario.path());
        if (responders == Responders.live) {
            screen.line("responders: export KUBECONFIG=" + session.kubeconfig()
                    + " and use 'kubectl --context <responder>'");
        }
        return session;
    }

    private int run(Cast cast, ClusterSession session, Understudy understudy, Screen screen) throws IOException {
        boolean scripted = responders == null ? cluster.simulated() : responders == Responders.scripted;
        Casting casting = new Casting(cast.scenario(), cast.roster(), scripted ? session.hands() : null);
        long start = System.nanoTime();
        try (TimelineDisplay display = new TimelineDisplay(screen, () -> Duration.ofNanos(System.nanoTime() - start));
                Interruption ctrlC = new Interruption(screen)) {
            DrillListener listener = (entry, drill) -> {
                ctrlC.arm(drill.briefing().drill());
                display.written(entry, drill);
            };
            return switch (understudy.drills(session.ports()).open(casting, scenario.seed(), listener)) {
                case OpenResult.Refused(List<Refusal> refusals) -> {
                    refusals.forEach(r -> screen.line(r.toString()));
                    yield ExitCodes.REFUSED;
                }
                case OpenResult.Going going -> {
                    ctrlC.stops(going.drill(), session.ports());
                    int code = end(going.drill(), display, session.ports(), understudy, screen);
                    ctrlC.finished(code);
                    yield code;
                }
            };
        }
    }

    /** Whatever happens to the telling of it, the code says what happened to the cluster. */
    private int end(LiveDrill live, TimelineDisplay display, ClusterPorts ports, Understudy understudy, Screen screen) {
        Drill end;
        try {
            end = live.await();
        } catch (IllegalStateException e) {
            screen.line(e.getMessage() + ": " + e.getCause());
            screen.line("see that nothing is left with: understudy undo --drill " + live.id() + " " + ports.options());
            return ExitCodes.LEFT_BEHIND;
        } finally {
            display.close();
        }
        try {
            tell(end, ports, understudy, screen);
        } catch (IOException | JournalException e) {
            screen.line("the report cannot be written: " + e.getMessage() + "; 'understudy report " + live.id()
                    + "' prints it again");
        }
        return ExitCodes.of(end);
    }

    private void tell(Drill end, ClusterPorts ports, Understudy understudy, Screen screen) throws IOException {
        String id = end.briefing().drill();
        end.refusals().forEach(why -> screen.line(new Refusal(why, "").toString()));
        if (!end.refusals().isEmpty()) {
            return;
        }
        DrillReport told = ReportFiles.report(understudy.journal(), id).orElseThrow();
        VerdictBox.lines(told, end, screen).forEach(screen::line);
        end.faults().values().stream()
                .flatMap(f -> f.undone().values().stream())
                .filter(u -> u.result() == UndoResult.FAILED)
                .forEach(u -> screen.line("NOT UNDONE: " + u.detail()));
        if (end.recordKept()) {
            screen.line("the record stays in the cluster; finish with: "
                    + ports.finishing(id, end.briefing().stage().namespace()));
        }
        Path html = ReportFiles.write(told, report == null ? understudy.reports(id) : report);
        if (junit != null) {
            Files.writeString(junit, new JunitReport().print(told));
        }
        screen.line("report: " + html);
    }
}
