package dev.understudy.cli;

import dev.understudy.journal.Chains;
import dev.understudy.journal.JournalException;
import dev.understudy.journal.Verification;
import dev.understudy.journal.Verification.Break;
import dev.understudy.journal.Verification.Broken;
import dev.understudy.journal.Verification.Intact;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy verify-journal}: exit code 0 when every hash follows, 1 when one does not. Touches nothing. */
@Command(
        name = "verify-journal",
        mixinStandardHelpOptions = true,
        description = "Recomputes the hashes of all drills and names the first entry of each that does not follow.",
        footer = {
            "%nThe journal alone cannot show that the end of a drill was cut off together with its count, nor that a"
                    + " drill was rewritten whole. A report's journal head can: give it with --head."
        })
public final class VerifyJournalCommand implements Callable<Integer> {
    private static final int INTACT = 0;
    private static final int BROKEN = 1;

    private final Supplier<? extends Chains> chains;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--head",
            paramLabel = "DRILL=HASH",
            description = "journal head as a report of the drill shows it; may be repeated")
    private Map<String, String> heads = new LinkedHashMap<>();

    @Mixin
    private OutputOption output = new OutputOption();

    /** @param chains opened when the command runs */
    public VerifyJournalCommand(Supplier<? extends Chains> chains) {
        this.chains = chains;
    }

    @Override
    public Integer call() {
        Chains open = chains.get();
        try {
            Verification result = Verification.of(open, heads);
            PrintWriter out = spec.commandLine().getOut();
            if (output.json()) {
                JournalJson.print(result, out);
            } else {
                print(result, out);
            }
            out.flush();
            return result instanceof Intact ? INTACT : BROKEN;
        } catch (JournalException e) {
            // a journal that opens and then cannot be read to its end is no intact one
            spec.commandLine().getErr().println(e.getMessage());
            return BROKEN;
        }
    }

    private static void print(Verification result, PrintWriter out) {
        switch (result) {
            case Intact intact ->
                out.println("intact: " + intact.drills() + " drills, " + intact.entries() + " entries");
            case Broken broken -> broken.breaks().forEach(at -> out.println("broken: " + line(at)));
        }
    }

    private static String line(Break at) {
        String hashes = at.expected() == null
                ? ""
                : " (hash " + (at.found() == null ? "none" : at.found()) + " instead of " + at.expected() + ")";
        return "drill " + at.drill() + ", entry " + at.number() + ": " + at.what() + hashes;
    }
}
