package dev.understudy.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.02S, 20ms",
        "PT0.0004S, 0s",
        "PT1S, 1s",
        "PT1.5S, 1.5s",
        "PT1.050S, 1.05s",
        "PT90S, 1m30s",
        "PT1M, 1m",
        "PT1H, 1h",
        "PT1H30M, 1h30m",
        "PT1H0.5S, 1h0.5s",
        "PT26H, 26h",
        "PT-90S, -1m30s"
    })
    void durations_read_as_people_and_scenario_files_write_them(String iso, String words) {
        assertThat(Words.of(Duration.parse(iso))).isEqualTo(words);
    }
}
