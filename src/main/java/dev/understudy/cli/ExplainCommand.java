package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.fault.FaultType;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy explain}: the page of one fault or probe. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains one fault or probe: what it does, its fields, permissions, undo and limits.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Name of a fault or probe.")
    private String name = "";

    @Override
    public Integer call() {
        Optional<String> page = Catalog.page(name);
        if (page.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("nothing is called '" + name + "'; there are the faults "
                            + Catalog.FAULTS.stream().map(FaultType::name).collect(Collectors.joining(", "))
                            + " and the probes " + String.join(", ", Catalog.PROBES));
            return ExitCodes.USAGE;
        }
        spec.commandLine().getOut().print(page.get());
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }
}
