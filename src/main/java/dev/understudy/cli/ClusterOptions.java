package dev.understudy.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which cluster a command works on. */
final class ClusterOptions {
    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            description = "'simulated' (default) or 'kubernetes'; --context and --kubeconfig imply 'kubernetes'.")
    @Nullable
    String cluster;

    @Option(names = "--context", paramLabel = "NAME", description = "Context of the kubeconfig to use.")
    @Nullable
    String context;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Kubeconfig to use; default: $KUBECONFIG, else ~/.kube/config.")
    @Nullable
    Path kubeconfig;

    /** Tells whether the cluster lives inside this process. */
    boolean simulated() {
        return !"kubernetes".equals(cluster) && context == null && kubeconfig == null;
    }

    /** Refuses a choice that contradicts itself. */
    void check(CommandSpec spec) {
        if (cluster != null && !cluster.equals("simulated") && !cluster.equals("kubernetes")) {
            throw new ParameterException(
                    spec.commandLine(), "--cluster is 'simulated' or 'kubernetes', not '" + cluster + "'");
        }
        if ("simulated".equals(cluster) && (context != null || kubeconfig != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--cluster simulated does not go with --context or --kubeconfig");
        }
    }
}
