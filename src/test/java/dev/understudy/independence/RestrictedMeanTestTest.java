package dev.understudy.independence;

import static dev.understudy.independence.SurvivalCurveTest.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestrictedMeanTestTest {
    private static final Duration LIMIT = Duration.ofMinutes(45);

    @Test
    void reproduces_the_worked_example_of_the_reference() {
        RestrictedMeanTest test = RestrictedMeanTest.of(times("6 9 11 14"), times("12 19 31 45+ 45+"), LIMIT);

        assertThat(minutes(test.meanWith())).isEqualTo("10.0");
        assertThat(minutes(test.meanWithout())).isEqualTo("30.4");
        assertThat(minutes(test.difference())).isEqualTo("20.4");
        assertThat(test.p()).isCloseTo(2 / 126.0, within(1e-12));
        assertThat(String.format(Locale.ROOT, "%.3f", test.p())).isEqualTo("0.016");
        assertThat(test.smallest()).isCloseTo(1 / 126.0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 0.167", "3, 3, 0.050", "4, 4, 0.014", "3, 6, 0.012", "5, 5, 0.004"})
    void says_which_p_could_have_been_reached_at_all(int with, int without, String smallest) {
        RestrictedMeanTest test = RestrictedMeanTest.of(rising(1, with), rising(20, without), LIMIT);

        assertThat(String.format(Locale.ROOT, "%.3f", test.smallest())).isEqualTo(smallest);
        assertThat(test.p()).as("wholly apart").isCloseTo(test.smallest(), within(1e-12));
    }

    @Test
    void equal_times_tell_nothing() {
        RestrictedMeanTest test = RestrictedMeanTest.of(times("9 9 9"), times("9 9 9"), LIMIT);

        assertThat(test.difference()).isZero();
        assertThat(test.p()).isEqualTo(1);
    }

    @Test
    void looks_only_for_a_longer_time_without() {
        RestrictedMeanTest test = RestrictedMeanTest.of(times("31 40 45+"), times("5 6 7"), LIMIT);

        assertThat(test.difference()).isNegative();
        assertThat(test.p()).isEqualTo(1);
    }

    /** By the curves themselves, split by split. */
    @Test
    void tries_every_split_with_ties_and_censored_times_in_it() {
        List<Timed> with = times("6 9 9 20+");
        List<Timed> without = times("9 9+ 31 45+");
        List<Timed> all = Stream.concat(with.stream(), without.stream()).toList();
        RestrictedMeanTest test = RestrictedMeanTest.of(with, without, LIMIT);
        int asFar = 0;
        int splits = 0;
        for (int mask = 0; mask < 1 << 8; mask++) {
            if (Integer.bitCount(mask) == 4) {
                splits++;
                asFar += difference(all, mask) >= test.difference().toNanos() - 10 ? 1 : 0;
            }
        }

        assertThat(splits).isEqualTo(70);
        assertThat(test.p()).isEqualTo(asFar / 70.0);
    }

    @Test
    void twenty_drills_are_tried_and_more_splits_than_that_are_not() {
        RestrictedMeanTest most = RestrictedMeanTest.of(rising(1, 10), rising(20, 10), LIMIT);
        RestrictedMeanTest tooMany = RestrictedMeanTest.of(rising(1, 11), rising(20, 11), LIMIT);

        assertThat(Objects.requireNonNull(most.p())).isCloseTo(1 / 184_756.0, within(1e-12));
        assertThat(tooMany.p()).isNull();
        assertThat(tooMany.smallest()).isCloseTo(1 / 705_432.0, within(1e-12));
    }

    /** Why plain means are not shown: two groups that differ in nothing seem to differ in most cases. */
    @Test
    void plain_means_of_five_equal_drills_differ_by_half_in_57_of_100_pairs() {
        Random random = new Random(5);
        int pairs = 100_000;
        int apart = 0;
        for (int pair = 0; pair < pairs; pair++) {
            double one = plainMean(random);
            double other = plainMean(random);
            double ratio = one / other;
            apart += Math.max(ratio, 1 / ratio) > 1.5 ? 1 : 0;
        }

        assertThat(Math.round(100.0 * apart / pairs)).isEqualTo(57);
    }

    /** Of five log-normal times with sigma 1. */
    private static double plainMean(Random random) {
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += Math.exp(random.nextGaussian());
        }
        return sum / 5;
    }

    @Test
    void compares_only_as_far_as_both_were_watched() {
        RestrictedMeanTest test = RestrictedMeanTest.of(times("6 9 11 14"), times("10 20+"), LIMIT);

        assertThat(test.limit()).isEqualTo(Duration.ofMinutes(20));
        assertThat(minutes(test.meanWithout())).isEqualTo("15.0");
        assertThat(minutes(test.meanWith())).isEqualTo("10.0");
    }

    private static long difference(List<Timed> all, int mask) {
        SurvivalCurve without = curve(all, mask, 0);
        SurvivalCurve with = curve(all, mask, 1);
        Duration known = without.known(with.known(LIMIT));
        return without.restrictedMean(known).minus(with.restrictedMean(known)).toNanos();
    }

    private static SurvivalCurve curve(List<Timed> all, int mask, int bit) {
        List<Timed> group = IntStream.range(0, all.size())
                .filter(i -> (mask >> i & 1) == bit)
                .mapToObj(all::get)
                .toList();
        return SurvivalCurve.of(group);
    }

    private static List<Timed> rising(int from, int count) {
        return Stream.iterate(from, minute -> minute + 1)
                .limit(count)
                .map(minute -> new Timed(Duration.ofMinutes(minute), true))
                .toList();
    }

    private static String minutes(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toNanos() / 60e9);
    }
}
