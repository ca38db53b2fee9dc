package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the invented team's evidence is what its commands print. */
class ReadmeTest {
    private static final String SECTION = "## Does the team still need its hero?";
    private static final String PROMPT = "$ ./understudy ";

    /** A command and what the README shows of its output, in which {@code ...} stands for anything. */
    private record Shown(String command, List<String> output) {
        Pattern pattern() {
            return Pattern.compile(
                    output.stream()
                            .map(line -> line.equals("...") ? "(?s:.*)" : words(line) + "\\s*")
                            .collect(Collectors.joining("\n")),
                    Pattern.MULTILINE);
        }

        private static String words(String line) {
            return Pattern.quote(line).replace("...", "\\E.*\\Q");
        }
    }

    @TempDir
    private Path folder;

    @Test
    void its_commands_print_what_it_shows() throws IOException {
        Machine machine = Machine.in(folder);
        List<Shown> all = transcript();
        assertThat(all).hasSizeGreaterThan(3);

        for (Shown shown : all) {
            String command = shown.command().replace(" out ", " " + folder.resolve("out") + " ");
            Ended ended = machine.run(command.split(" "));

            assertThat(ended.said().strip().replace(folder + "/out", "out"))
                    .as(shown.command())
                    .matches(shown.pattern());
        }
    }

    private static List<Shown> transcript() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(readme.indexOf(SECTION)).split("```", 3)[1];
        List<Shown> all = new ArrayList<>();
        for (String line : block.strip().split("\n")) {
            if (line.startsWith(PROMPT)) {
                all.add(new Shown(line.substring(PROMPT.length()), new ArrayList<>()));
            } else if (!all.isEmpty()) {
                all.getLast().output().add(line);
            }
        }
        return all;
    }
}
