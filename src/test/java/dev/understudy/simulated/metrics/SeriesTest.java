package dev.understudy.simulated.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private final Series series = new Series(Labels.of("up", "pod", "a"));

    @Test
    void a_range_begins_with_the_series_however_long_it_is() {
        series.set(Measured.START, 1);
        Instant to = Measured.START.plusSeconds(2);

        List<Series.Sample> samples = series.between(to.minus(Duration.ofDays(365_000)), to);

        assertThat(samples)
                .extracting(sample -> sample.at() - Measured.START.getEpochSecond())
                .containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void a_series_of_many_years_is_read_in_larger_steps() {
        series.grow(Measured.START, 2);
        Instant to = Measured.START.plus(Duration.ofDays(3_650));

        List<Series.Sample> samples = series.between(Measured.START, to);

        assertThat(samples).hasSizeBetween(50_000, 100_001);
        assertThat(samples.getLast().value()).isGreaterThan(2.0 * 3_649 * 86_400);
    }
}
