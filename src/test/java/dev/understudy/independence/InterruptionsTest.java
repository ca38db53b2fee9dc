package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.history.HistoryTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InterruptionsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Instant END = Instant.parse("2026-11-18T09:00:00Z");

    @Test
    void weeks_without_any_count_as_well() {
        Interruptions of = Interruptions.of("ana", history(Map.of("ana", weeks(4, 0, 0, 3))), at(4));

        assertThat(of.latest()).extracting(Interruptions.Week::incidents).containsExactly(4, 0, 0, 3);
        assertThat(of.median()).isEqualTo(1.5);
    }

    @Test
    void looks_at_the_latest_twelve_weeks_and_compares_their_halves() {
        Interruptions of = Interruptions.of(
                "ana", history(Map.of("ana", weeks(9, 9, 9, 1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4))), at(15));

        assertThat(of.latest()).hasSize(12);
        assertThat(of.latest().getFirst().monday()).isEqualTo(MONDAY.plusWeeks(3));
        assertThat(of.change()).isEqualTo(3);
        assertThat(of.median()).isEqualTo(4);
    }

    @Test
    void the_week_that_is_not_over_is_left_out() {
        Interruptions of =
                Interruptions.of("ana", history(Map.of("ana", weeks(2, 2, 50))), at(2).plus(Duration.ofDays(3)));

        assertThat(of.latest()).extracting(Interruptions.Week::incidents).containsExactly(2, 2);
    }

    @Test
    void begins_with_the_first_week_in_which_anybody_was_drawn_in() {
        Interruptions of = Interruptions.of("ana", history(Map.of("ana", weeks(0, 0, 6), "bo", weeks(1, 1, 1))), at(3));

        assertThat(of.latest()).extracting(Interruptions.Week::incidents).containsExactly(0, 0, 6);
    }

    @Test
    void somebody_whom_the_history_does_not_know_was_never_interrupted() {
        assertThat(Interruptions.of("di", history(Map.of("ana", weeks(1, 1))), at(2))
                        .median())
                .isZero();
        assertThat(Interruptions.of("di", HistoryTally.empty(END, END), END).latest())
                .isEmpty();
    }

    @Test
    void escalations_are_told_by_level() {
        TreeMap<Integer, Long> levels = new TreeMap<>(Map.of(0, 70L, 1, 20L, 3, 10L));

        Escalations of = Escalations.of(levels).orElseThrow();

        assertThat(of.incidents()).isEqualTo(100);
        assertThat(of.escalated()).isEqualTo(0.3);
        assertThat(of.levels())
                .containsExactly(
                        new Escalations.Level(0, 70), new Escalations.Level(1, 20), new Escalations.Level(3, 10));
        assertThat(Escalations.of(new TreeMap<>())).isEmpty();
    }

    private static Instant at(int weeks) {
        return Instant.parse(MONDAY.plusWeeks(weeks) + "T00:00:00Z");
    }

    private static SortedMap<LocalDate, Integer> weeks(int... counts) {
        SortedMap<LocalDate, Integer> weeks = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                weeks.put(MONDAY.plusWeeks(i), counts[i]);
            }
        }
        return weeks;
    }

    private static HistoryTally history(Map<String, SortedMap<LocalDate, Integer>> interruptions) {
        return new HistoryTally(Instant.EPOCH, END, 100, List.of(), List.of(), interruptions, Map.of());
    }
}
