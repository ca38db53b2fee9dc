package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.fault.FaultType;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy faults}: the catalogue. */
@Command(name = "faults", mixinStandardHelpOptions = true, description = "Lists the kinds of fault there are.")
final class FaultsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (FaultType<?> fault : Catalog.FAULTS) {
            out.printf("%-16s %s%n", fault.name(), fault.summary());
        }
        out.printf(
                "%n'understudy explain NAME' tells more of a fault, or of a probe: %s%n",
                String.join(", ", Catalog.PROBES));
    }
}
