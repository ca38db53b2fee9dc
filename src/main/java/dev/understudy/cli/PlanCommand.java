package dev.understudy.cli;

import dev.understudy.app.ClusterSession;
import dev.understudy.app.Sessions;
import dev.understudy.app.Understudy;
import dev.understudy.cluster.Change;
import dev.understudy.fault.FaultPlan;
import dev.understudy.guard.PlannedFault;
import dev.understudy.orchestrator.Casting;
import dev.understudy.orchestrator.DrillPlan;
import dev.understudy.roster.Team;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.Scenario;
import dev.understudy.scenario.language.Cast;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy plan}: what a run would do, without doing it. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a run would do: objects and fields with their inverse, who is in and who is out, permissions,"
                    + " refusals. Touches nothing; changes are sent to the API server as a dry run only.",
            "Exit code: 0 the drill may begin, 2 invalid file, 4 refused or unreachable."
        })
final class PlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--world", paramLabel = "FILE", description = "Manifests that fill the simulated cluster.")
    private @Nullable Path world;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        cluster.check(spec);
        Optional<Cast> cast = scenario.read(spec.commandLine().getErr());
        if (cast.isEmpty()) {
            return ExitCodes.USAGE;
        }
        Casting casting = new Casting(cast.get().scenario(), cast.get().roster(), null);
        try (ClusterSession session = open(cast.get());
                Understudy understudy = Understudy.open(System.getenv())) {
            DrillPlan plan = understudy.drills(session.ports()).plan(casting, scenario.seed());
            PrintWriter out = spec.commandLine().getOut();
            if (output.json()) {
                out.println(PlanJson.of(
                        plan, casting, session.ports().name(), session.ports().way()));
            } else {
                print(plan, casting, session, out);
            }
            out.flush();
            return plan.refusals().isEmpty() ? ExitCodes.DONE : ExitCodes.REFUSED;
        }
    }

    private ClusterSession open(Cast cast) throws IOException {
        return cluster.simulated()
                ? Sessions.simulated(cast, world, scenario.path())
                : Sessions.kubernetes(cluster.kubeconfig, cluster.context);
    }

    private static void print(DrillPlan plan, Casting casting, ClusterSession session, PrintWriter out) {
        Scenario scenario = casting.scenario();
        out.println(scenario.title() + ", planned for " + scenario.target().object() + " on cluster '"
                + session.ports().name() + "' (seed " + plan.seed() + "); nothing is touched");
        plan.faults().forEach(fault -> print(fault, out));
        out.println("probes:");
        scenario.probes()
                .forEach(p -> out.println(
                        "  " + p.name() + ": " + p.check().words(session.ports().way())));
        out.println("blast radius: measured on every other Deployment, StatefulSet and DaemonSet of namespace "
                + scenario.target().namespace());
        people(scenario.responders(), casting, out);
        out.println("permissions:");
        plan.held().forEach(p -> out.println("  held     " + p));
        plan.missing().forEach(p -> out.println("  MISSING  " + p));
        if (plan.refusals().isEmpty()) {
            out.println("nothing stands in the way");
        } else {
            plan.refusals().forEach(out::println);
        }
    }

    private static void print(PlannedFault fault, PrintWriter out) {
        out.println("fault '" + fault.step().name() + "' (" + fault.step().type() + "):");
        switch (fault.plan()) {
            case FaultPlan.Planned(List<Change> changes, var hit, int whole, var warnings) -> {
                out.println("  hits " + hit.size() + " of " + whole + " pods");
                for (Change change : changes) {
                    out.println("  do    " + change.redacted().describe());
                    out.println("  undo  "
                            + change.redacted()
                                    .inverse()
                                    .map(Change::describe)
                                    .orElse("nothing: its controller replaces it")
                            + ", only while it is still ours");
                }
                warnings.forEach(warning -> out.println("  WARNING: " + warning));
            }
            case FaultPlan.Impossible(List<String> reasons) -> reasons.forEach(why -> out.println("  cannot: " + why));
        }
    }

    private static void people(Participants participants, Casting casting, PrintWriter out) {
        List<String> team =
                casting.roster().team(participants.team()).map(Team::members).orElse(List.of());
        List<String> excluded = participants.exclude().stream()
                .map(Participants.Exclusion::responder)
                .toList();
        out.println("responders: "
                + String.join(
                        ", ", team.stream().filter(m -> !excluded.contains(m)).toList())
                + " (team " + participants.team() + "); nobody is paged by us yet: your own alerting does that");
        participants
                .exclude()
                .forEach(e -> out.println("excluded: " + e.responder() + ", " + e.reason()
                        + (e.substitute() == null ? "" : "; substitute " + e.substitute())
                        + "; observed, not prevented"));
    }
}
