package dev.understudy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.journal.Halt;
import dev.understudy.journal.sql.SqlJournal;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy resume}: drills may run again. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Lets drills of this store run again after 'understudy halt'. Nothing starts by itself.")
final class ResumeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--as", paramLabel = "NAME", description = "Who says so; default: this user of the machine.")
    private @Nullable String who;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        try (SqlJournal journal = JournalAccess.open()) {
            Optional<Halt> lifted =
                    journal.resume(HaltCommand.user(who), Instant.now().truncatedTo(ChronoUnit.SECONDS));
            PrintWriter out = spec.commandLine().getOut();
            if (output.json()) {
                out.println(new JsonMapper()
                        .createObjectNode()
                        .put("halted", false)
                        .put("lifted", lifted.isPresent())
                        .toPrettyString());
            } else {
                out.println(lifted.map(halt -> "drills may run again; they were halted " + halt.words())
                        .orElse("drills are not halted"));
            }
            out.flush();
            return ExitCodes.DONE;
        }
    }
}
