package dev.understudy.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.probe.Threshold.Comparison;
import dev.understudy.probe.Threshold.Finding;
import dev.understudy.probe.Threshold.Sample;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
    private static final Threshold BELOW = new Threshold(Comparison.BELOW, new BigDecimal("0.05"));

    @ParameterizedTest
    @CsvSource({
        "ABOVE, 5, 5.1, GOOD",
        "ABOVE, 5, 5, BAD",
        "ABOVE, 5, Infinity, GOOD",
        "BELOW, 0.05, 0.049, GOOD",
        "BELOW, 0.05, 0.05, BAD",
        "BELOW, 0, -Infinity, GOOD",
        "EQUALS, 0.1, 0.1, GOOD",
        "EQUALS, 0, -0.0, GOOD",
        "EQUALS, 1, 1.0000001, BAD",
        "EQUALS, 1, NaN, UNKNOWN",
        "ABOVE, 1, NaN, UNKNOWN"
    })
    void compares_a_number_with_its_limit(Comparison how, String limit, double value, Quality expected) {
        Threshold threshold = new Threshold(how, new BigDecimal(limit));

        assertThat(threshold.judge(List.of(new Sample("", value))).quality()).isEqualTo(expected);
    }

    @Test
    void no_series_is_unknown_and_never_impact() {
        assertThat(BELOW.judge(List.of())).isEqualTo(new Finding(Quality.UNKNOWN, "the query finds no data"));
    }

    @Test
    void every_series_must_satisfy_it_and_the_one_that_does_not_is_named() {
        Finding finding = BELOW.judge(series(0.01, 0.2, 0.01));

        assertThat(finding).isEqualTo(new Finding(Quality.BAD, "0.2 of {pod=\"1\"} (3 series), to be below 0.05"));
    }

    @Test
    void a_series_without_a_number_hides_what_it_is_but_not_what_another_one_is() {
        assertThat(BELOW.judge(series(0.01, Double.NaN)).quality()).isEqualTo(Quality.UNKNOWN);
        assertThat(BELOW.judge(series(Double.NaN, 0.2)).quality()).isEqualTo(Quality.BAD);
    }

    @Test
    void says_what_it_saw_and_what_it_wanted() {
        assertThat(BELOW.judge(List.of(new Sample("", 0.0000001))).detail()).isEqualTo("0.0000001, to be below 0.05");
        assertThat(BELOW.judge(List.of(new Sample("", 3))).detail()).isEqualTo("3, to be below 0.05");
    }

    private static List<Sample> series(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Sample("{pod=\"" + i + "\"}", values[i]))
                .toList();
    }
}
