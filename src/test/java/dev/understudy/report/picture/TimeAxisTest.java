package dev.understudy.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
    @Test
    void ticks_are_round_and_zero_is_among_them() {
        TimeAxis axis = new TimeAxis(Duration.ofMillis(-4300), Duration.ofMillis(14_300), 0, 600);

        List<Duration> ticks = axis.ticks(8);

        assertThat(ticks).containsExactly(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 40, 999, 8_900, 61_000, 1_260_000, 7_300_000, 90_000_000, 4_000_000_000L})
    void there_are_never_more_ticks_than_there_is_room_for(long length) {
        TimeAxis axis = new TimeAxis(Duration.ZERO, Duration.ofMillis(length), 0, 600);

        assertThat(axis.ticks(8)).isNotEmpty().hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void a_moment_outside_lies_at_the_edge() {
        TimeAxis axis = new TimeAxis(Duration.ZERO, Duration.ofSeconds(10), 100, 200);

        assertThat(axis.x(Duration.ofSeconds(5))).isEqualTo(150);
        assertThat(axis.x(Duration.ofSeconds(-5))).isEqualTo(100);
        assertThat(axis.x(Duration.ofSeconds(50))).isEqualTo(200);
        assertThat(axis.shows(Duration.ofSeconds(50))).isFalse();
    }

    @Test
    void an_axis_without_length_gets_some() {
        TimeAxis axis = new TimeAxis(Duration.ZERO, Duration.ZERO, 0, 100);

        assertThat(axis.to()).isGreaterThan(axis.from());
    }
}
