package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.drill.Outcome;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorRatesTest {
    private static final ErrorRates RATES = new ErrorRates(Thresholds.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.0171, 0.0175",
        "0.6, 0.0554, 0.0592",
        "0.7, 0.1532, 0.1750",
        "0.9, 0.7197, 0.8247",
    })
    void a_look_after_each_drill_gives_the_reference_rates(double chance, String within12, String within20) {
        assertThat(Words.figure(RATES.independentWithin(chance, 12))).isEqualTo(within12);
        assertThat(Words.figure(RATES.independentWithin(chance, 20))).isEqualTo(within20);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 6, 0.1223",
        "0.6, 6, 0.2912",
        "0.7, 6, 0.5438",
        "0.5, 12, 0.0271",
        "0.7, 12, 0.2873",
    })
    void a_window_that_drops_old_fails_finds_independence_by_luck_more_often(double chance, int window, String rate) {
        assertThat(Words.figure(RATES.independentWithin(chance, 20, window))).isEqualTo(rate);
    }

    @Test
    void a_window_that_holds_every_drill_changes_no_rate() {
        assertThat(RATES.independentWithin(0.7, 12, 12)).isCloseTo(RATES.independentWithin(0.7, 12), within(1e-12));
    }

    /** The same numbers from the whole rule, on every sequence, a quarter apart. */
    @Test
    void the_rule_itself_gives_the_same_rate_with_a_drill_each_quarter() {
        int drills = 10;
        double chance = 0.7;
        double rate = 0;
        for (int sequence = 0; sequence < 1 << drills; sequence++) {
            if (everIndependent(sequence, drills, 91)) {
                int passes = Integer.bitCount(sequence);
                rate += Math.pow(chance, passes) * Math.pow(1 - chance, drills - passes);
            }
        }

        assertThat(rate).isCloseTo(RATES.independentWithin(chance, drills, 6), within(1e-12));
    }

    @Test
    void nobody_is_independent_with_fewer_than_the_fewest_drills() {
        assertThat(RATES.independentWithin(1.0, 5)).isZero();
        assertThat(RATES.independentWithin(1.0, 6)).isEqualTo(1);
        Thresholds easy = Some.thresholds(0.1, 0.5, 5);
        assertThat(new ErrorRates(easy).independentWithin(0.99, 4)).isZero();
        assertThat(new ErrorRates(easy).independentWithin(0.99, 5)).isGreaterThan(0.9);
    }

    /** The same numbers from the whole rule, on every sequence of passes and fails. */
    @Test
    void the_rule_itself_gives_the_same_rates_on_every_sequence_of_ten_drills() {
        int drills = 10;
        double chance = 0.7;
        double rate = 0;
        for (int sequence = 0; sequence < 1 << drills; sequence++) {
            if (everIndependent(sequence, drills, 1)) {
                int passes = Integer.bitCount(sequence);
                rate += Math.pow(chance, passes) * Math.pow(1 - chance, drills - passes);
            }
        }

        assertThat(rate).isCloseTo(RATES.independentWithin(chance, drills), within(1e-12));
    }

    private static boolean everIndependent(int sequence, int drills, int days) {
        List<DrillResult> told = new ArrayList<>();
        for (int i = 0; i < drills; i++) {
            Outcome outcome = (sequence >> i & 1) == 1 ? Outcome.SELF_HEALED : Outcome.NOT_RECOVERED;
            told.add(ADrill.that("d" + i, outcome).daysAgo(days * (drills - i)).result());
        }
        Sample all = Some.sample(told, "bad-deploy");
        return told.stream()
                .map(d -> VerdictRule.apply(all.after(d, ADrill.NOW)).verdict())
                .anyMatch(v -> v == Verdict.INDEPENDENT);
    }
}
