package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.cluster.Permission;
import dev.understudy.guard.DrillPermissions;
import dev.understudy.guard.RoleManifest;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Cast;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy rbac}: the least that scenarios need to be allowed. */
@Command(
        name = "rbac",
        mixinStandardHelpOptions = true,
        description = "Prints the smallest Roles and ClusterRole that these scenarios need, their undo included, as"
                + " YAML.")
final class RbacCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "Scenario files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--roster", paramLabel = "FILE", description = "Roster; default: roster.yaml beside each scenario.")
    private @Nullable Path roster;

    @Option(names = "--param", paramLabel = "KEY=VALUE", description = "Value of a scenario parameter.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Override
    public Integer call() {
        SortedSet<Permission> all = new TreeSet<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            switch (Catalog.files()
                    .cast(Source.file(file), Optional.ofNullable(roster).map(Source::file), given)) {
                case Read.Good<Cast> good ->
                    all.addAll(DrillPermissions.of(good.value().scenario(), Catalog.FAULTS));
                case Read.Bad<Cast> bad -> problems.addAll(bad.problems());
            }
        }
        if (!problems.isEmpty()) {
            problems.forEach(p -> spec.commandLine().getErr().println(p));
            return ExitCodes.USAGE;
        }
        spec.commandLine().getOut().print(RoleManifest.of(all));
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }
}
