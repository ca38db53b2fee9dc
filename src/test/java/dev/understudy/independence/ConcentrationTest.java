package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.independence.Concentration.Flag;
import dev.understudy.independence.Concentration.Share;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcentrationTest {
    @Test
    void eight_of_ten_may_be_half_or_nearly_all() {
        Concentration measured = of(8, 1, 1);

        assertThat(String.format(
                        Locale.ROOT,
                        "%.2f..%.2f",
                        measured.topInterval().low(),
                        measured.topInterval().high()))
                .isEqualTo("0.54..0.93");
        assertThat(measured.topShare()).isEqualTo(0.8);
        assertThat(measured.flag()).isEqualTo(Flag.RED);
    }

    /** The two groups of the reference's data: 37 incidents of which 92 % are one person's. */
    @Test
    void a_group_that_rests_on_one_person_has_hardly_more_than_one_effective() {
        Concentration measured = of(34, 3);

        assertThat(Math.round(100 * measured.topShare())).isEqualTo(92);
        assertThat(String.format(Locale.ROOT, "%.2f", measured.effective())).isEqualTo("1.18");
        assertThat(measured.flag()).isEqualTo(Flag.RED);
    }

    @Test
    void two_who_share_equally_are_two_and_ten_are_ten() {
        assertThat(of(50, 50).simple()).isCloseTo(2, within(1e-12));
        assertThat(of(50, 50).entropic()).isCloseTo(2, within(1e-12));
        assertThat(of(10, 10, 10, 10, 10, 10, 10, 10, 10, 10).simple()).isCloseTo(10, within(1e-12));
        assertThat(of(50, 50).flag()).isEqualTo(Flag.NONE);
    }

    @Test
    void the_unbiased_number_is_worked_by_hand() {
        Concentration measured = of(6, 3, 1);

        assertThat(measured.effective()).isCloseTo(90.0 / 36, within(1e-12));
        assertThat(measured.simple()).isCloseTo(100.0 / 46, within(1e-12));
        assertThat(measured.people()).isEqualTo(3);
    }

    @Test
    void where_everybody_took_part_once_there_are_as_many_effective_people_as_people() {
        assertThat(of(1, 1, 1).effective()).isEqualTo(3);
    }

    @Test
    void one_occurrence_tells_nothing_of_an_effective_number() {
        assertThat(of(1).effective()).isNull();
        assertThat(of(1).flag()).isEqualTo(Flag.GREY);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 0, GREY",
        "8, 0, RED",
        "6, 2, AMBER",
        "4, 4, NONE",
        "5, 2, GREY",
        "7, 3, AMBER",
        "40, 60, RED",
        "50, 50, NONE"
    })
    void flags_what_is_known(int one, int other, Flag flag) {
        assertThat((other == 0 ? of(one) : of(one, other)).flag()).isEqualTo(flag);
    }

    @Test
    void a_hero_in_every_incident_is_flagged_however_the_partners_take_turns() {
        Map<String, Long> counts = Map.of("ana", 12L, "bo", 4L, "cem", 4L, "dia", 4L);

        Concentration measured = Concentration.of(Contribution.WORKED, counts, 12);

        assertThat(measured.topShare()).isEqualTo(1);
        assertThat(measured.flag()).isEqualTo(Flag.RED);
        assertThat(measured.simple()).as("of parts").isCloseTo(576 / 192.0, within(1e-12));
    }

    @Test
    void eight_parts_in_four_incidents_are_too_few_to_flag() {
        Map<String, Long> counts = Map.of("ana", 4L, "bo", 4L);

        assertThat(Concentration.of(Contribution.WORKED, counts, 4).flag()).isEqualTo(Flag.GREY);
    }

    @Test
    void people_stand_by_name_and_not_by_share() {
        Concentration measured = Concentration.of(Contribution.WORKED, Map.of("cy", 9L, "ana", 1L, "bo", 4L));

        assertThat(measured.shares()).containsExactly(new Share("ana", 1), new Share("bo", 4), new Share("cy", 9));
        assertThat(measured.top()).isEqualTo("cy");
    }

    @Test
    void who_closes_most_and_works_on_little_is_perhaps_a_clerk() {
        Concentration resolved = Concentration.of(Contribution.RESOLVED, Map.of("clerk", 90L, "ana", 10L));
        Concentration worked = Concentration.of(Contribution.WORKED, Map.of("clerk", 2L, "ana", 60L, "bo", 38L));

        assertThat(Closers.of(List.of(resolved, worked))).containsExactly("clerk");
    }

    @Test
    void who_closes_most_and_works_on_most_is_none() {
        Concentration resolved = Concentration.of(Contribution.RESOLVED, Map.of("ana", 90L, "bo", 10L));
        Concentration worked = Concentration.of(Contribution.WORKED, Map.of("ana", 60L, "bo", 38L));

        assertThat(Closers.of(List.of(resolved, worked))).isEmpty();
    }

    @Test
    void nobody_is_called_a_clerk_where_no_work_was_recorded() {
        Concentration resolved = Concentration.of(Contribution.RESOLVED, Map.of("ana", 90L, "bo", 10L));

        assertThat(Closers.of(List.of(resolved))).isEmpty();
    }

    @Test
    void refuses_to_measure_nothing() {
        assertThatThrownBy(() -> Concentration.of(Contribution.LED, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no led to measure");
    }

    private static Concentration of(long... counts) {
        Map<String, Long> byName = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            byName.put("p" + (char) ('a' + i), counts[i]);
        }
        return Concentration.of(Contribution.WORKED, byName);
    }
}
