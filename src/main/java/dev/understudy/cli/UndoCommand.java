package dev.understudy.cli;

import dev.understudy.app.ClusterSession;
import dev.understudy.app.Sessions;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.RecordUndo;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code understudy undo}: finishes drills from what stands in the cluster, without journal or server. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = {
            "Undoes drills from what is written in the cluster alone, without journal or server. A drill that is still"
                    + " running somewhere sees it and ends as aborted.",
            "Exit code: 0 nothing of these drills is left, 4 the cluster cannot be reached, 5 something could not be"
                    + " undone."
        })
final class UndoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** Which drills; exactly one way to say so. */
    static final class Which {
        @Option(names = "--drill", paramLabel = "ID", description = "The drill of this id.")
        @Nullable
        String drill;

        @Option(names = "--expired", description = "Every drill whose record has expired.")
        boolean expired;

        @Option(names = "--all", description = "Every drill, running ones included.")
        boolean all;
    }

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "Look in this namespace only; needed where listing all of them is forbidden.")
    private String namespace = "";

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Override
    public Integer call() throws IOException {
        cluster.check(spec);
        if ("simulated".equals(cluster.cluster)) {
            throw new ParameterException(
                    spec.commandLine(), "a cluster simulated inside a process goes with it: there is nothing to undo");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (ClusterSession session = Sessions.kubernetes(cluster.kubeconfig, cluster.context)) {
            String here = session.ports().cluster().uid();
            List<DrillRecord> records = session.ports().records().find(namespace).stream()
                    .filter(this::wanted)
                    .toList();
            List<String> unreadable =
                    which.all && namespace.isEmpty() ? session.ports().records().unreadable() : List.of();
            if (records.isEmpty() && unreadable.isEmpty()) {
                out.println("no such drill stands in this cluster: nothing to undo");
            }
            unreadable.forEach(out::println);
            RecordUndo undo =
                    new RecordUndo(session.ports().records(), session.ports().writer());
            int code = unreadable.isEmpty() ? ExitCodes.DONE : ExitCodes.LEFT_BEHIND;
            for (DrillRecord record : records) {
                code = Math.max(
                        code, record.clusterUid().equals(here) ? undo(record, undo, out) : foreign(record, out));
            }
            out.flush();
            return code;
        }
    }

    /** A record that was copied here with a namespace's backup speaks of objects that never were in this cluster. */
    private static int foreign(DrillRecord record, PrintWriter out) {
        out.println("drill " + record.drill() + " in namespace " + record.namespace()
                + " happened in another cluster; nothing is undone here. Delete the ConfigMap " + DrillRecord.NAME
                + " if it is a copy: kubectl -n " + record.namespace() + " delete configmap " + DrillRecord.NAME);
        return ExitCodes.LEFT_BEHIND;
    }

    private boolean wanted(DrillRecord record) {
        return which.all
                || record.drill().equals(which.drill)
                || (which.expired && record.expires().isBefore(Instant.now()));
    }

    private static int undo(DrillRecord record, RecordUndo undo, PrintWriter out) {
        out.println("drill " + record.drill() + " in namespace " + record.namespace() + ":");
        List<Undone> results;
        try {
            results = undo.undo(record, "understudy undo");
        } catch (ClusterException e) {
            out.println("  NOT undone: " + e.getMessage());
            return ExitCodes.LEFT_BEHIND;
        }
        for (Undone undone : results) {
            out.println("  " + undone.result().word() + ": " + undone.change().object() + ", " + undone.detail());
        }
        boolean failed = results.stream().anyMatch(u -> u.result() == UndoResult.FAILED);
        out.println(failed ? "  NOT everything is undone; the record stays" : "  nothing of it is left");
        return failed ? ExitCodes.LEFT_BEHIND : ExitCodes.DONE;
    }
}
