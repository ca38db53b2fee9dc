package dev.understudy.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({"PT45.9S, 45s", "PT7M30.5S, 7m30s", "PT59M59S, 59m59s", "PT1H5M59S, 1h5m", "PT0.2S, 0s"})
    void roughly_is_to_the_second_below_an_hour_and_to_the_minute_above(String iso, String words) {
        assertThat(Words.roughly(Duration.parse(iso))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1, drill, 1 drill",
        "2, drill, 2 drills",
        "0, pass, 0 passes",
        "1, pass, 1 pass",
        "3, entry, 3 entries",
        "2, day, 2 days"
    })
    void counts_agree_with_their_nouns(long count, String noun, String words) {
        assertThat(Words.count(count, noun)).isEqualTo(words);
    }

    @Test
    void lists_end_in_and() {
        assertThat(Words.listed(List.of())).isEmpty();
        assertThat(Words.names(List.of())).isEqualTo("nobody");
        assertThat(Words.listed(List.of("ana"))).isEqualTo("ana");
        assertThat(Words.listed(List.of("ana", "bo"))).isEqualTo("ana and bo");
        assertThat(Words.listed(List.of("ana", "bo", "cy"))).isEqualTo("ana, bo, and cy");
    }

    @Test
    void figures_have_four_digits_whatever_the_language_of_the_machine() {
        assertThat(Words.figure(0.71974)).isEqualTo("0.7197");
        assertThat(Words.figure(1)).isEqualTo("1.0000");
    }
}
