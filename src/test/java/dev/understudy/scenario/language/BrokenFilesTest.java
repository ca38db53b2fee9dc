package dev.understudy.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.Catalog;
import dev.understudy.scenario.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under {@code broken/} with the lines it must cause beside it. Rewrite those, and read the difference, with
 * {@code ./mvnw -q test -Dtest=BrokenFilesTest -Dunderstudy.write=true}.
 */
class BrokenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_problem_of_a_broken_file_is_named_in_its_place(Path file) throws IOException {
        Source roster = Source.file(Path.of("scenarios/roster.yaml"));

        Read<?> read = Catalog.files().any(Source.file(file), Optional.of(roster), Map.of());

        assertThat(read).isInstanceOf(Read.Bad.class);
        String lines = lines(((Read.Bad<?>) read).problems());
        Path golden = Path.of(file.toString().replace(".yaml", ".txt"));
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(golden, lines);
        }
        assertThat(golden).hasContent(lines);
    }

    private static String lines(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.toString().substring(p.file().length() + 1) + "\n")
                .collect(Collectors.joining());
    }
}
