package dev.understudy.scenario.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.probe.Share;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeavesTest {
    @ParameterizedTest
    @CsvSource({
        "90s,PT1M30S",
        "1h30m,PT1H30M",
        "1.5s,PT1.5S",
        "500ms,PT0.5S",
        "0s,PT0S",
        "250us,PT0.00025S",
        "250µs,PT0.00025S",
        "1ns,PT0.000000001S",
        "PT90S,PT1M30S",
        "P1D,PT24H",
        "30m1h,PT1H30M",
        "\"2m\",PT2M",
        "8784h,PT8784H"
    })
    void reads_durations_as_go_and_iso_8601_write_them(String yaml, Duration expected) {
        Reading<Duration> reading = Reading.of(Leaves.duration(), yaml);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "90",
                "-5s",
                "5 s",
                "5S",
                "s",
                "1.s",
                "1:30",
                "PT-5S",
                "P1Y",
                "PT",
                "9000h",
                "0.1ns",
                "999999999999h",
                "P99999999999999999999D",
                "[5s]",
                "~",
                "1e3s",
                "1h 30m",
                "five"
            })
    void refuses_what_is_not_a_duration_up_to_a_year(String yaml) {
        Reading<Duration> reading = Reading.of(Leaves.duration(), yaml);

        assertThat(reading.problems()).singleElement().asString().contains("must be a duration");
        assertThat(reading.value()).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"100%,100,true", "0%,0,true", "2,2,false", "'\"3\"',3,false"})
    void reads_shares(String yaml, int amount, boolean percent) {
        assertThat(Reading.of(Leaves.share(), yaml)).isEqualTo(new Reading<>(new Share(amount, percent), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101%", "-1", "50 %", "1.5%", "x%", "all", "9999999"})
    void refuses_what_is_not_a_share(String yaml) {
        assertThat(Reading.of(Leaves.share(), yaml).problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0777", "1e3", "0x1F", "0o17", "1.0", "\"1\"", "true", "11", "-1", "99999999999999999999", "1_0"
            })
    void never_guesses_a_whole_number(String yaml) {
        assertThat(Reading.of(Leaves.whole(0, 10), yaml).problems())
                .singleElement()
                .asString()
                .contains("0 to 10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "no",
                "on",
                "2026-11-21",
                "1:30:00",
                "1_000",
                "\"1\"",
                "'true'",
                ".",
                "=",
                "2026-11-21T10:00:00Z"
            })
    void text_is_text_as_in_yaml_1_2(String yaml) {
        Reading<String> reading = Reading.of(Texts.text(), yaml);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.value()).isEqualTo(yaml.replaceAll("^[\"']|[\"']$", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.10", "true", "~", "null", "0x1F", "1e3", "\"  \"", ".inf"})
    void a_number_truth_value_or_nothing_never_becomes_text(String yaml) {
        assertThat(Reading.of(Texts.text(), yaml).problems())
                .singleElement()
                .asString()
                .contains("must be text");
    }

    @Test
    void a_misspelt_word_is_answered_with_the_words_and_the_likely_one() {
        Reading<Thread.State> reading = Reading.of(Leaves.word(Thread.State.class), "timed-waitign");

        assertThat(reading.problems())
                .singleElement()
                .asString()
                .contains("one of new, runnable, blocked, waiting, timed-waiting, terminated")
                .contains("did you mean 'timed-waiting'?");
    }
}
