package dev.understudy.cli;

import dev.understudy.drill.Entry;
import dev.understudy.journal.Chains;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Halt;
import dev.understudy.journal.Journal;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code understudy drills}: the history of this machine's journal. Touches nothing. */
@Command(
        name = "drills",
        mixinStandardHelpOptions = true,
        description = "Lists the drills of this machine's journal, newest first.")
public final class DrillsCommand implements Runnable {
    private final Supplier<? extends Journal> journal;
    private final Supplier<? extends DrillLock> locks;
    private final Supplier<Optional<Halt>> halted;
    private final Function<List<Entry>, String> evidence;
    private final DrillFile file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "at most so many; 20 if not given")
    private int limit;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description =
                    "Writes the drills that are over to a file for 'understudy import' elsewhere; - for standard output.")
    private @Nullable String export;

    @Option(
            names = "--drill",
            paramLabel = "DRILL",
            description = "Exports this one alone: its id, or the beginning of it.")
    private @Nullable String drill;

    @Mixin
    private OutputOption output = new OutputOption();

    /**
     * @param journal opened when the command runs
     * @param locks tell a running drill from an interrupted one
     * @param halted tells whether drills may run at all
     * @param evidence says of a drill's entries what they are worth, in the report's word
     * @param chains what is exported, text for text
     */
    public DrillsCommand(
            Supplier<? extends Journal> journal,
            Supplier<? extends DrillLock> locks,
            Supplier<Optional<Halt>> halted,
            Function<List<Entry>, String> evidence,
            Supplier<? extends Chains> chains) {
        this.journal = journal;
        this.locks = locks;
        this.halted = halted;
        this.evidence = evidence;
        this.file = new DrillFile(chains);
    }

    @Override
    public void run() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 or more, not " + limit);
        }
        if (export != null) {
            file.write(export, drill, journal.get().drills(), spec.commandLine());
            return;
        }
        if (drill != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--drill goes with --export; 'understudy report " + drill + "' prints one drill");
        }
        Journal open = journal.get();
        DrillLock living = locks.get();
        List<DrillSummary> all = open.drills();
        List<ListedDrill> listed = all.stream()
                .limit(limit)
                .map(summary -> ListedDrill.of(summary, open, living, evidence))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            JournalJson.print(listed, origins(all), halted.get(), out);
        } else {
            halted.get()
                    .ifPresent(halt -> out.println(
                            "drills are halted " + halt.words() + "; 'understudy resume' lets them run again"));
            print(listed, origins(all), all.size() - listed.size(), out);
        }
        out.flush();
    }

    /** Where those come from that were not, or not all of them, journaled here. */
    private static Map<String, String> origins(List<DrillSummary> all) {
        Map<String, String> origins = new HashMap<>();
        for (DrillSummary summary : all) {
            String origin = summary.origin();
            if (origin != null) {
                origins.put(summary.drill(), Plain.text(origin));
            }
        }
        return origins;
    }

    private static void print(List<ListedDrill> listed, Map<String, String> origins, int older, PrintWriter out) {
        if (listed.isEmpty()) {
            out.println("no drills yet: 'understudy run SCENARIO' runs the first");
            return;
        }
        TextTable table = new TextTable("DRILL", "SCENARIO", "SERVICE", "OPENED", "OUTCOME", "EVIDENCE");
        for (ListedDrill one : listed) {
            String opened = one.opened().truncatedTo(ChronoUnit.SECONDS).toString();
            table.add(one.drill(), one.scenario(), one.service(), opened, one.result(), one.evidence());
        }
        table.print(out);
        listed.stream()
                .filter(one -> one.remark() != null)
                .forEach(one -> out.println(Plain.text(one.drill() + " is " + one.result() + ": " + one.remark())));
        listed.stream()
                .map(ListedDrill::drill)
                .filter(origins::containsKey)
                .forEach(drill -> out.println(Plain.text(drill + " was not journaled here: " + origins.get(drill))));
        if (older > 0) {
            out.println("and " + older + " older: --limit " + (listed.size() + older) + " lists them too");
        }
    }
}
