package dev.understudy.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.Catalog;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioFilesTest {
    @Test
    void reads_the_example() {
        Read<Cast> read = new ScenarioFiles(Catalog.FAULTS)
                .cast(Source.file(Path.of("scenarios/checkout-cache-loss.yaml")), Optional.empty(), Map.of());
        assertThat(read).isInstanceOf(Read.Good.class);
    }
}
