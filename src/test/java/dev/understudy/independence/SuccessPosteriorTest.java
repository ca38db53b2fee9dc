package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessPosteriorTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.27-1.00, 0.23-1.00, 0.66, 0.55",
        "3, 3, 0.53-1.00, 0.56-1.00, 0.87, 0.77",
        "2, 3, 0.25-0.92, 0.24-0.94, 0.42, 0.25",
        "5, 5, 0.65-1.00, 0.69-1.00, 0.947, 0.87",
        "4, 5, 0.44-0.95, 0.44-0.96, 0.66, 0.45",
        "6, 6, 0.69-1.00, 0.74-1.00, 0.97, 0.91",
        "8, 8, 0.75-1.00, 0.79-1.00, 0.98, 0.945",
        "7, 8, 0.59-0.97, 0.60-0.98, 0.86, 0.67",
        "11, 12, 0.70-0.98, 0.72-0.99, 0.96, 0.84",
        "10, 10, 0.79-1.00, 0.83-1.00, 0.99, 0.97",
    })
    void gives_the_reference_table_to_the_digits_printed_there(
            int passes, int drills, String wilson, String jeffreys, String above7, String above8) {
        SuccessPosterior posterior = new SuccessPosterior(passes, drills);

        assertThat(written(WilsonInterval.of(passes, drills))).isEqualTo(wilson);
        assertThat(written(posterior.interval())).isEqualTo(jeffreys);
        assertThat(rounded(posterior.atLeast(0.7), above7)).isEqualTo(above7);
        assertThat(rounded(posterior.atLeast(0.8), above8)).isEqualTo(above8);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 0.7, 0.9473", "6, 6, 0.7, 0.9654", "11, 12, 0.7, 0.9611",
        "8, 8, 0.8, 0.9451", "9, 9, 0.8, 0.9579", "0, 1, 0.7, 0.077",
    })
    void gives_the_reference_probabilities_of_the_rule(int passes, int drills, double chance, String probability) {
        double atLeast = new SuccessPosterior(passes, drills).atLeast(chance);

        assertThat(rounded(atLeast, probability)).isEqualTo(probability);
    }

    @ParameterizedTest
    @CsvSource({"3, 0.63", "5, 0.45", "8, 0.31", "10, 0.26"})
    void says_how_often_it_may_still_fail_after_passes_alone(int passes, String bound) {
        assertThat(rounded(FailureBound.after(passes), bound)).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource({"3, 34", "5, 17", "8, 6"})
    void a_middling_team_passes_every_one_of_a_few_drills_rather_often(int drills, int percent) {
        assertThat(Math.round(100 * Math.pow(0.7, drills))).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 6",
        "1, 1, 5",
        "3, 3, 3",
        "5, 5, 1",
        "6, 6, 0",
        "4, 5, 7",
        "10, 11, 1",
        "11, 12, 0",
        "0, 1, 11",
    })
    void says_how_many_passes_in_a_row_are_still_needed(int passes, int drills, int needed) {
        assertThat(new SuccessPosterior(passes, drills).needed(Thresholds.DEFAULT))
                .isEqualTo(needed);
    }

    @Test
    void needs_exactly_the_first_number_of_passes_that_suffices() {
        for (int drills = 0; drills <= 30; drills++) {
            for (int passes = 0; passes <= drills; passes++) {
                int needed = new SuccessPosterior(passes, drills).needed(Thresholds.DEFAULT);

                assertThat(new SuccessPosterior(passes + needed, drills + needed).suffices(Thresholds.DEFAULT))
                        .isTrue();
                assertThat(needed == 0
                                || !new SuccessPosterior(passes + needed - 1, drills + needed - 1)
                                        .suffices(Thresholds.DEFAULT))
                        .isTrue();
            }
        }
    }

    @Test
    void a_pass_never_lowers_the_probability_and_a_fail_never_raises_it() {
        for (int drills = 0; drills <= 40; drills++) {
            for (int passes = 0; passes <= drills; passes++) {
                double now = new SuccessPosterior(passes, drills).atLeast(0.7);

                assertThat(new SuccessPosterior(passes + 1, drills + 1).atLeast(0.7))
                        .isGreaterThan(now);
                assertThat(new SuccessPosterior(passes, drills + 1).atLeast(0.7))
                        .isLessThan(now);
            }
        }
    }

    @Test
    void takes_weighted_counts() {
        SuccessPosterior between = new SuccessPosterior(3.5, 4.25);

        assertThat(between.atLeast(0.7))
                .isBetween(new SuccessPosterior(3, 4.25).atLeast(0.7), new SuccessPosterior(4, 4.25).atLeast(0.7));
    }

    @Test
    void its_density_integrates_to_the_probability() {
        SuccessPosterior posterior = new SuccessPosterior(4, 5);
        double area = 0;
        int slices = 20_000;
        for (int i = 0; i < slices; i++) {
            area += posterior.density(0.7 + 0.3 * (i + 0.5) / slices) * 0.3 / slices;
        }

        assertThat(area).isCloseTo(posterior.atLeast(0.7), within(1e-6));
    }

    @Test
    void refuses_more_passes_than_drills() {
        assertThatThrownBy(() -> new SuccessPosterior(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not 3.0 passes of 2.0 drills");
    }

    private static String written(Interval interval) {
        return String.format(Locale.ROOT, "%.2f-%.2f", interval.low(), interval.high());
    }

    /** Rounds to as many digits as the expected text has. */
    private static String rounded(double value, String like) {
        return String.format(Locale.ROOT, "%." + (like.length() - 2) + "f", value);
    }
}
