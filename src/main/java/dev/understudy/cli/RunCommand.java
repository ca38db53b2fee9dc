package dev.understudy.cli;

import dev.understudy.app.ClusterSession;
import dev.understudy.app.Sessions;
import dev.understudy.app.Understudy;
import dev.understudy.guard.Refusal;
import dev.understudy.orchestrator.Casting;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.DrillListener;
import dev.understudy.orchestrator.OpenResult;
import dev.understudy.scenario.language.Cast;
import java.io.IOException;
import java.io.PrintWriter;
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

    @Mixin
    private LiveOptions live = new LiveOptions();

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
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        cluster.check(spec);
        live.check(!scripted(), spec);
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

    private boolean scripted() {
        return responders == null ? cluster.simulated() : responders == Responders.scripted;
    }

    private int run(Cast cast, ClusterSession session, Understudy understudy, Screen screen)
            throws IOException, InterruptedException {
        Casting casting = new Casting(cast.scenario(), cast.roster(), scripted() ? session.hands() : null);
        try (LiveDoor door = LiveDoor.of(!scripted(), live, understudy, screen)) {
            ClusterPorts ports = door.with(session.ports());
            Optional<Refusal> deaf = door.deaf(ports, cast.scenario().target().namespace());
            if (deaf.isPresent()) {
                screen.line(deaf.get().toString());
                return ExitCodes.REFUSED;
            }
            return run(casting, ports, door, understudy, screen);
        }
    }

    private int run(Casting casting, ClusterPorts ports, LiveDoor door, Understudy understudy, Screen screen)
            throws IOException {
        long start = System.nanoTime();
        try (TimelineDisplay display = new TimelineDisplay(screen, () -> Duration.ofNanos(System.nanoTime() - start));
                Interruption ctrlC = new Interruption(screen)) {
            DrillListener listener = (entry, drill) -> {
                ctrlC.arm(drill.briefing().drill());
                display.written(entry, drill);
                door.written(entry, drill);
            };
            return switch (understudy.drills(ports).open(casting, scenario.seed(), listener)) {
                case OpenResult.Refused(List<Refusal> refusals) -> {
                    refusals.forEach(r -> screen.line(r.toString()));
                    yield ExitCodes.REFUSED;
                }
                case OpenResult.Going going -> {
                    ctrlC.stops(going.drill(), ports);
                    door.serve(going.drill(), casting.roster());
                    int code = new Ending(understudy, ports, screen, report, junit).await(going.drill(), display);
                    ctrlC.finished(code);
                    yield code;
                }
            };
        }
    }
}
