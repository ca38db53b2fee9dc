package dev.understudy.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatePatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MM/yyyy HH:mm|28/02/2026 17:04",
                "d MMM uuuu, h:mm a|28 feb 2026, 5:04 PM",
                "yyyyMMdd'T'HHmm|20260228T1704"
            })
    void reads_times_as_exports_write_them(String pattern, String text) {
        assertThat(DatePattern.mistake(pattern)).isNull();
        assertThat(LocalDateTime.parse(text, DatePattern.formatter(pattern)))
                .isEqualTo(LocalDateTime.of(2026, 2, 28, 17, 4));
    }

    @Test
    void never_moves_a_day_that_does_not_exist_to_one_that_does() {
        assertThatThrownBy(() -> LocalDateTime.parse("30/02/2026 10:00", DatePattern.formatter("dd/MM/yyyy HH:mm")))
                .isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"dd/MM/yyyy", "dd/MM/yyyy hh:mm", "HH:mm", "dd/mm/yyyy HH:MM", "dd/MM/yyyy HH:mm z", "{", "qqqqqqq"
            })
    void refuses_patterns_that_do_not_tell_a_moment(String pattern) {
        assertThat(DatePattern.mistake(pattern)).isNotBlank();
    }
}
