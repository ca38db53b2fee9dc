package dev.understudy.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackoutTest {
    private static final Blackout SALE =
            new Blackout.Once("sale", at("2026-11-27T00:00:00Z"), at("2026-11-28T00:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T23:59:00Z, PT1M, false",
        "2026-11-26T23:59:00Z, PT2M, true",
        "2026-11-27T12:00:00Z, PT1M, true",
        "2026-11-27T23:59:59Z, PT1M, true",
        "2026-11-28T00:00:00Z, PT1M, false"
    })
    void one_that_comes_once_meets_what_reaches_into_it(Instant from, Duration takes, boolean meets) {
        assertThat(SALE.meeting(new Window(from, from.plus(takes))).isPresent()).isEqualTo(meets);
    }

    @Test
    void one_that_ends_before_it_begins_never_comes() {
        Blackout mistaken = new Blackout.Once("mistaken", at("2026-11-28T00:00:00Z"), at("2026-11-27T00:00:00Z"));

        assertThat(mistaken.meeting(new Window(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))))
                .isEmpty();
    }

    @Test
    void a_weekly_one_goes_by_the_clocks_of_its_place() {
        // a Friday evening in Lisbon, an hour behind UTC in summer
        Blackout friday = weekly("Europe/Lisbon", "18:00", "23:00", DayOfWeek.FRIDAY);

        assertThat(meeting(friday, "2026-07-03T17:30:00Z"))
                .contains(new Window(at("2026-07-03T17:00:00Z"), at("2026-07-03T22:00:00Z")));
        assertThat(meeting(friday, "2026-12-04T17:30:00Z")).isEmpty();
    }

    @Test
    void a_weekly_one_may_last_into_the_next_day() {
        Blackout night = weekly("UTC", "22:00", "06:00", DayOfWeek.SATURDAY);

        assertThat(meeting(night, "2026-11-22T05:00:00Z"))
                .contains(new Window(at("2026-11-21T22:00:00Z"), at("2026-11-22T06:00:00Z")));
        assertThat(meeting(night, "2026-11-22T06:00:00Z")).isEmpty();
        assertThat(meeting(night, "2026-11-21T05:00:00Z")).isEmpty();
    }

    @Test
    void one_whose_end_is_its_beginning_lasts_a_day() {
        Blackout sunday = weekly("UTC", "00:00", "00:00", DayOfWeek.SUNDAY);

        assertThat(meeting(sunday, "2026-11-22T23:59:59Z"))
                .contains(new Window(at("2026-11-22T00:00:00Z"), at("2026-11-23T00:00:00Z")));
    }

    @Test
    void one_is_found_however_long_the_drill_would_last() {
        Blackout friday = weekly("UTC", "18:00", "19:00", DayOfWeek.FRIDAY);

        Optional<Window> found = friday.meeting(new Window(at("2026-11-21T00:00:00Z"), at("2026-12-21T00:00:00Z")));

        assertThat(found).contains(new Window(at("2026-11-27T18:00:00Z"), at("2026-11-27T19:00:00Z")));
    }

    @Test
    void one_that_clocks_jump_over_begins_or_ends_with_the_jump() {
        // in Lisbon 01:00 becomes 02:00 on 2027-03-28, at 01:00 UTC
        Blackout beginning = weekly("Europe/Lisbon", "01:30", "04:00", DayOfWeek.SUNDAY);
        Blackout ending = weekly("Europe/Lisbon", "00:00", "01:30", DayOfWeek.SUNDAY);
        Blackout inside = weekly("Europe/Lisbon", "01:10", "01:50", DayOfWeek.SUNDAY);

        assertThat(meeting(beginning, "2027-03-28T01:00:00Z"))
                .contains(new Window(at("2027-03-28T01:00:00Z"), at("2027-03-28T03:00:00Z")));
        assertThat(meeting(ending, "2027-03-28T00:30:00Z"))
                .contains(new Window(at("2027-03-28T00:00:00Z"), at("2027-03-28T01:00:00Z")));
        assertThat(meeting(inside, "2027-03-28T01:00:00Z")).isEmpty();
    }

    @Test
    void one_that_clocks_go_through_twice_covers_both() {
        // in Lisbon 02:00 becomes 01:00 on 2026-10-25, at 01:00 UTC
        Blackout twice = weekly("Europe/Lisbon", "01:15", "01:45", DayOfWeek.SUNDAY);

        assertThat(meeting(twice, "2026-10-25T00:30:00Z"))
                .contains(new Window(at("2026-10-25T00:15:00Z"), at("2026-10-25T01:45:00Z")));
    }

    @Test
    void one_without_days_never_comes() {
        assertThat(meeting(weekly("UTC", "00:00", "00:00"), "2026-11-22T12:00:00Z"))
                .isEmpty();
    }

    @Test
    void a_window_ends_after_it_begins() {
        assertThatThrownBy(() -> new Window(Instant.EPOCH, Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Blackout weekly(String zone, String from, String to, DayOfWeek... days) {
        Set<DayOfWeek> all = EnumSet.noneOf(DayOfWeek.class);
        all.addAll(Set.of(days));
        return new Blackout.Weekly("weekly", all, LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }

    private static Optional<Window> meeting(Blackout blackout, String from) {
        return blackout.meeting(new Window(at(from), at(from).plusSeconds(1)));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
