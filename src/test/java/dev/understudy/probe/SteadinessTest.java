package dev.understudy.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    private static final Steadiness NOTHING_READ = Steadiness.of(Set.of("http", "cache"));

    private static Reading reading(String probe, Quality quality, int second) {
        return new Reading(probe, quality, Duration.ofSeconds(second), Duration.ofMillis(10), "");
    }

    private static Steadiness after(Reading... readings) {
        Steadiness steadiness = NOTHING_READ;
        for (Reading reading : readings) {
            steadiness = steadiness.after(reading);
        }
        return steadiness;
    }

    @Test
    void is_not_steady_before_every_probe_has_read() {
        assertThat(NOTHING_READ.steadySince()).isEmpty();
        assertThat(after(reading("http", Quality.GOOD, 1)).steadySince()).isEmpty();
    }

    @Test
    void is_steady_since_the_last_probe_turned_good() {
        Steadiness steadiness = after(
                reading("http", Quality.GOOD, 1), reading("cache", Quality.GOOD, 4), reading("http", Quality.GOOD, 9));

        assertThat(steadiness.steadySince()).contains(reading("cache", Quality.GOOD, 4));
    }

    @Test
    void one_bad_or_unknown_probe_breaks_it() {
        Steadiness steady = after(reading("http", Quality.GOOD, 1), reading("cache", Quality.GOOD, 4));

        assertThat(steady.after(reading("http", Quality.BAD, 5)).steadySince()).isEmpty();
        assertThat(steady.after(reading("http", Quality.UNKNOWN, 5)).steadySince())
                .isEmpty();
    }

    @Test
    void a_break_begins_the_steady_period_anew() {
        Steadiness steadiness = after(
                reading("http", Quality.GOOD, 1),
                reading("cache", Quality.GOOD, 1),
                reading("http", Quality.UNKNOWN, 5),
                reading("http", Quality.GOOD, 6));

        assertThat(steadiness.steadySince()).contains(reading("http", Quality.GOOD, 6));
    }

    @Test
    void is_sustained_to_the_moment() {
        Steadiness steadiness = after(reading("http", Quality.GOOD, 1), reading("cache", Quality.GOOD, 4));

        assertThat(steadiness.sustained(Duration.ofSeconds(5), Duration.ofMillis(8999)))
                .isEmpty();
        assertThat(steadiness.sustained(Duration.ofSeconds(5), Duration.ofSeconds(9)))
                .isPresent();
    }

    @Test
    void only_turns_are_kept() {
        Steadiness once = after(reading("http", Quality.BAD, 1));

        assertThat(once.turns(reading("http", Quality.BAD, 2))).isFalse();
        assertThat(once.after(reading("http", Quality.BAD, 2))).isSameAs(once);
        assertThat(once.first(Quality.BAD)).contains(reading("http", Quality.BAD, 1));
    }

    @Test
    void a_reading_of_somebody_elses_probe_changes_nothing() {
        assertThat(NOTHING_READ.after(reading("payments", Quality.BAD, 1))).isSameAs(NOTHING_READ);
    }

    @Test
    void a_reading_older_than_the_present_quality_comes_too_late() {
        Steadiness broken = after(reading("http", Quality.BAD, 5));

        assertThat(broken.turns(reading("http", Quality.GOOD, 4))).isFalse();
        assertThat(broken.turns(reading("http", Quality.GOOD, 5))).isTrue();
    }

    @Test
    void of_two_probes_that_turned_together_the_same_is_always_named() {
        assertThat(after(reading("http", Quality.BAD, 1), reading("cache", Quality.BAD, 1))
                        .first(Quality.BAD))
                .contains(reading("cache", Quality.BAD, 1));
        assertThat(after(reading("cache", Quality.BAD, 1), reading("http", Quality.BAD, 1))
                        .first(Quality.BAD))
                .contains(reading("cache", Quality.BAD, 1));
    }

    @Test
    void without_probes_nothing_is_ever_steady() {
        assertThat(Steadiness.of(Set.of()).steadySince()).isEmpty();
    }
}
