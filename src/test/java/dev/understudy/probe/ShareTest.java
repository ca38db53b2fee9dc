package dev.understudy.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource({"100%, 3, 3", "50%, 3, 2", "34%, 3, 2", "33%, 3, 1", "1%, 100, 1", "0%, 3, 0", "2, 3, 2", "5, 3, 5"})
    void a_percentage_is_of_what_was_asked_for_before_the_first_change_and_rounds_up(
            String share, int desired, int pods) {
        assertThat(Share.parse(share).of(desired)).isEqualTo(pods);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1%", "50%", "100%"})
    void nothing_of_nothing_is_not_ready(String share) {
        assertThat(Share.parse(share).of(0)).isEqualTo(1);
    }

    @Test
    void the_largest_workload_does_not_overflow() {
        assertThat(Share.parse("100%").of(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "-1", "1.5", "101%", "half", "1000000", "1 %", "1%%"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "0%", "2", "0"})
    void prints_as_it_was_written(String text) {
        assertThat(Share.parse(text)).hasToString(text);
    }
}
