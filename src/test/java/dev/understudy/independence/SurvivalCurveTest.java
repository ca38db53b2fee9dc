package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurvivalCurveTest {
    /** Weeks of remission of the leukaemia trial of Freireich and others (1963), as every textbook prints them. */
    private static final SurvivalCurve TREATED =
            curve("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");

    private static final SurvivalCurve PLACEBO = curve("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

    @ParameterizedTest
    @CsvSource({
        "6, 21, 3, 0.857, 0.0764",
        "7, 17, 1, 0.807, 0.0869",
        "10, 15, 1, 0.753, 0.0963",
        "13, 12, 1, 0.690, 0.1068",
        "16, 11, 1, 0.627, 0.1141",
        "22, 7, 1, 0.538, 0.1282",
        "23, 6, 1, 0.448, 0.1346",
    })
    void gives_the_published_table_of_the_leukaemia_trial(
            int week, int atRisk, int happened, String left, String error) {
        SurvivalCurve.Step step = TREATED.steps().stream()
                .filter(s -> s.at().equals(minutes(week)))
                .findFirst()
                .orElseThrow();

        assertThat(step.atRisk()).isEqualTo(atRisk);
        assertThat(step.happened()).isEqualTo(happened);
        assertThat(String.format(Locale.ROOT, "%.3f", step.left())).isEqualTo(left);
        assertThat(String.format(Locale.ROOT, "%.4f", Math.sqrt(step.variance())))
                .isEqualTo(error);
    }

    @Test
    void the_published_medians_are_reached_at_8_and_23_weeks() {
        assertThat(PLACEBO.median()).isEqualTo(minutes(8));
        assertThat(TREATED.median()).isEqualTo(minutes(23));
    }

    @Test
    void the_mean_without_censoring_is_the_plain_mean() {
        assertThat(PLACEBO.restrictedMean(minutes(35)).toNanos() / 60e9).isCloseTo(182 / 21.0, within(1e-9));
    }

    @Test
    void the_restricted_mean_is_the_area_under_the_curve() {
        assertThat(String.format(
                        Locale.ROOT, "%.2f", TREATED.restrictedMean(minutes(35)).toNanos() / 60e9))
                .isEqualTo("23.29");
    }

    @Test
    void there_is_no_median_where_half_never_happened() {
        assertThat(curve("12 19 45+ 45+ 45+").median()).isNull();
    }

    @Test
    void exactly_a_half_is_a_median() {
        assertThat(curve("1 2 3 4").median()).isEqualTo(minutes(2));
        assertThat(curve("1 2 3 4 5 6+ 7+ 8+ 9+ 10+").median()).isEqualTo(minutes(5));
    }

    @Test
    void who_is_censored_when_another_recovers_was_still_at_risk() {
        SurvivalCurve curve = curve("5 5+ 9");

        assertThat(curve.steps())
                .extracting(SurvivalCurve.Step::atRisk, SurvivalCurve.Step::happened, SurvivalCurve.Step::censored)
                .containsExactly(tuple(3, 1, 1), tuple(1, 1, 0));
        assertThat(curve.left(minutes(5))).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void says_what_share_met_an_objective() {
        SurvivalCurve curve = curve("6 9 11 14 45+");

        assertThat(curve.within(minutes(10))).isCloseTo(0.4, within(1e-12));
        assertThat(curve.within(Duration.ofMinutes(11).minusNanos(1))).isCloseTo(0.4, within(1e-12));
        assertThat(curve.within(minutes(11))).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void is_known_as_far_as_the_longest_was_watched_and_without_end_once_all_have_happened() {
        assertThat(curve("10 20+").known(minutes(30))).isEqualTo(minutes(20));
        assertThat(curve("10 20+").known(minutes(15))).isEqualTo(minutes(15));
        assertThat(curve("10+ 20").known(minutes(30))).isEqualTo(minutes(30));
        assertThat(curve("10 20+").restrictedMean(minutes(20))).isEqualTo(minutes(15));
        assertThat(curve("10 20+").left(minutes(1000))).isEqualTo(0.5);
    }

    @Test
    void only_censored_times_leave_everything_open() {
        SurvivalCurve curve = curve("45+ 45+");

        assertThat(curve.left(minutes(45))).isEqualTo(1);
        assertThat(curve.median()).isNull();
        assertThat(curve.restrictedMean(minutes(45))).isEqualTo(minutes(45));
    }

    @Test
    void the_order_of_times_changes_nothing() {
        List<Timed> times = times("6 6 6 6+ 7 9+ 10 10+ 11+ 13");
        SurvivalCurve once = SurvivalCurve.of(times);

        for (int seed = 0; seed < 10; seed++) {
            List<Timed> shuffled = new ArrayList<>(times);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(SurvivalCurve.of(shuffled)).isEqualTo(once);
        }
    }

    @Test
    void refuses_to_draw_a_curve_of_nothing() {
        assertThatThrownBy(() -> SurvivalCurve.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no times, no curve");
    }

    private static SurvivalCurve curve(String times) {
        return SurvivalCurve.of(times(times));
    }

    /** Minutes; a plus means censored. */
    static List<Timed> times(String times) {
        return Arrays.stream(times.split(" "))
                .map(t -> new Timed(minutes(Integer.parseInt(t.replace("+", ""))), !t.endsWith("+")))
                .toList();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
