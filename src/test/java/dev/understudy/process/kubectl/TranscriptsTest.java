package dev.understudy.process.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.process.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every transcript of {@code src/test/resources/kubectl}, typed with the real kubectl at {@code understudy simulate} with
 * the shop in it. Skipped, and seen to be, where there is no kubectl. With {@code -Dunderstudy.write=true} the transcripts
 * are written anew into {@code target/kubectl}.
 */
@NeedsKubectl
class TranscriptsTest {
    @TempDir
    private Path folder;

    static Stream<String> transcripts() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/kubectl"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void kubectl_prints_what_the_transcript_says(String name) {
        Transcript transcript = Transcript.read(Path.of("src/test/resources/kubectl", name));
        Rewriting rewriting = new Rewriting(transcript);
        try (Simulation simulation = Simulation.of("scenarios/worlds/shop.yaml", folder);
                Terminal terminal = new Terminal(folder, simulation.kubeconfig())) {
            for (Step step : transcript.steps()) {
                List<String> printed = terminal.type(step);
                boolean matches = step.matches(printed);
                rewriting.add(step, matches, printed);
                if (!Rewriting.WANTED) {
                    assertThat(matches)
                            .as(
                                    "%s:%d: $ %s%nprinted%n%s%ninstead of%n%s",
                                    name,
                                    step.line(),
                                    step.command(),
                                    String.join("\n", printed),
                                    String.join("\n", step.printed()))
                            .isTrue();
                }
            }
        }
        rewriting.write();
    }
}
