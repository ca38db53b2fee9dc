package dev.understudy.cli;

import dev.understudy.cli.DebriefCommand.Surroundings;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Matters;
import dev.understudy.debrief.file.DebriefPaper;
import dev.understudy.debrief.file.WrittenDebrief;
import dev.understudy.drill.Drill;
import dev.understudy.drill.OpenMatters;
import dev.understudy.roster.Roster;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A drill's first debrief on a terminal; what is said is in a file until it is recorded. */
final class DebriefTalk {
    private final CommandLine line;
    private final Surroundings around;

    DebriefTalk(CommandLine line, Surroundings around) {
        this.line = line;
        this.around = around;
    }

    /**
     * Asks everything and hands on what was said.
     *
     * @throws ParameterException when there is nobody to ask, or another way to go on
     */
    int hold(Drill drill, Optional<Roster> people, Consumer<Debrief> record) {
        String id = drill.briefing().drill();
        Path file = around.draft().apply(id);
        allow(drill, file);
        PrintWriter out = line.getOut();
        Matters matters = OpenMatters.of(drill);
        try (DraftFile draft = new DraftFile(file, id, out)) {
            Dialogue talk =
                    new Dialogue(new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8)), out);
            out.println(
                    "Debrief of drill " + id + ": " + drill.briefing().subject().title());
            Debrief debrief = new Interview(talk, matters, people)
                    .hold((said, begun) ->
                            draft.keep(DebriefPaper.draft(new WrittenDebrief(id, said), matters, begun)));
            record.accept(debrief);
            DraftFile.remove(file);
            return ExitCodes.DONE;
        } catch (Dialogue.Ended _) {
            out.println();
            line.getErr().println(DraftFile.where(file, id));
            return ExitCodes.USAGE;
        }
    }

    private void allow(Drill drill, Path file) {
        String id = drill.briefing().drill();
        if (drill.debrief() != null) {
            throw new ParameterException(
                    line,
                    "drill " + id + " has a debrief: 'understudy debrief " + id
                            + " --show' prints it; change that and record it with --file FILE");
        }
        if (!around.terminal().getAsBoolean()) {
            throw new ParameterException(
                    line,
                    "there is no terminal to ask on: give the debrief with --file FILE;"
                            + " --template prints one to fill in");
        }
        if (Files.exists(file)) {
            throw new ParameterException(
                    line,
                    "a debrief of this drill was begun before and is " + DraftFile.where(file, id)
                            + "; or delete the file to begin anew");
        }
    }
}
