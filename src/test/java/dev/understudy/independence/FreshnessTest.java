package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
    private static final Freshness HALF_A_YEAR = new Freshness(Duration.ofDays(180));

    @ParameterizedTest
    @CsvSource({"0, 1.00", "30, 0.89", "90, 0.71", "180, 0.50", "365, 0.25"})
    void gives_the_weights_of_the_reference(int days, String weight) {
        assertThat(String.format(Locale.ROOT, "%.2f", HALF_A_YEAR.weight(Duration.ofDays(days))))
                .isEqualTo(weight);
    }

    /** Why weights decide nothing: the weighted counts of a drill every 90 days never come to enough. */
    @Test
    void weighted_counts_of_quarterly_drills_could_never_suffice() {
        double weighted = 0;
        for (int quarter = 0; quarter < 400; quarter++) {
            weighted += HALF_A_YEAR.weight(Duration.ofDays(90L * quarter));
        }

        assertThat(new SuccessPosterior(weighted, weighted).atLeast(0.7)).isLessThan(0.95);
    }

    @Test
    void refuses_a_half_life_of_nothing() {
        assertThatThrownBy(() -> new Freshness(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
