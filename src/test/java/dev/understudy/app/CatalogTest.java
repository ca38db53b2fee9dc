package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.fault.FaultType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
    private static final List<String> PARTS =
            List.of("**What changes.**", "**Undo.**", "**Refused when**", "**Permissions**", "**Limits.**");

    static List<FaultType<?>> faults() {
        return Catalog.FAULTS;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_fault_has_a_page_that_tells_all_that_explain_promises(FaultType<?> fault) {
        assertThat(Catalog.page(fault.name())).isPresent().get().satisfies(page -> {
            assertThat(page).startsWith("# " + fault.name() + "\n");
            assertThat(PARTS).allSatisfy(part -> assertThat(page).contains(part));
        });
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_fault_has_a_scenario_that_uses_it(FaultType<?> fault) {
        assertThat(scenarios()).anyMatch(text -> text.contains(fault.name() + ": {"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_fault_stands_in_the_schema(FaultType<?> fault) throws IOException {
        assertThat(Files.readString(Path.of("schema/scenario.json"))).contains("\"" + fault.name() + "\"");
    }

    @Test
    void every_probe_has_a_page() {
        assertThat(Catalog.PROBES)
                .allSatisfy(probe -> assertThat(Catalog.page(probe)).isPresent());
    }

    @Test
    void nothing_else_has_a_page() {
        assertThat(Catalog.page("earthquake")).isEmpty();
    }

    private static List<String> scenarios() {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .map(CatalogTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
