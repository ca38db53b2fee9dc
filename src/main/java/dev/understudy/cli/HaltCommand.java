package dev.understudy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Halt;
import dev.understudy.journal.sql.SqlJournal;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy halt}: every drill of this store is stopped, and none begins. */
@Command(
        name = "halt",
        mixinStandardHelpOptions = true,
        description = {
            "Stops every running drill of this store, which are undone and end as 'aborted', and refuses new ones until"
                    + " 'understudy resume'. It survives restarts; running drills notice within a second or two.",
            "Drills that are halted already stay so, under whoever halted them first."
        })
final class HaltCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in words; told to whoever starts a drill.")
    private String reason = "";

    @Option(names = "--as", paramLabel = "NAME", description = "Who says so; default: this user of the machine.")
    private @Nullable String who;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        try (SqlJournal journal = JournalAccess.open()) {
            Halt wanted = new Halt(Instant.now().truncatedTo(ChronoUnit.SECONDS), user(who), Plain.text(reason));
            Halt holds = journal.halt(wanted);
            List<String> running = running(journal, JournalAccess.locks());
            PrintWriter out = spec.commandLine().getOut();
            if (output.json()) {
                out.println(json(holds, running));
            } else {
                out.println("drills are halted " + holds.words());
                running.forEach(drill -> out.println("drill " + drill + " runs here, and ends now"));
                out.println("'understudy resume' lets drills run again");
            }
            out.flush();
            return ExitCodes.DONE;
        }
    }

    /** Returns who gives an order that is for everybody. */
    static String user(@Nullable String named) {
        return Plain.text(
                named != null ? named : Objects.requireNonNullElse(System.getProperty("user.name"), "somebody"));
    }

    private static List<String> running(SqlJournal journal, DrillLock locks) {
        return journal.drills().stream()
                .filter(drill -> !drill.ended())
                .map(DrillSummary::drill)
                .filter(locks::isAlive)
                .toList();
    }

    private static String json(Halt halt, List<String> running) {
        var json = new JsonMapper().createObjectNode().put("halted", true);
        json.put("at", halt.at().toString()).put("who", halt.who()).put("reason", halt.reason());
        running.forEach(json.putArray("ending")::add);
        return json.toPrettyString();
    }
}
