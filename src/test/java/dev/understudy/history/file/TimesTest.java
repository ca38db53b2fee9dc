package dev.understudy.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final String LISBON = "  timeZone: Europe/Lisbon\n";

    private final Desk desk = new Desk();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T10:00:00Z",
                "2026-03-01T10:00Z",
                "2026-03-01t10:00:00.000z",
                "2026-03-01T11:00:00+01:00",
                "2026-03-01 11:00:00 +01:00",
                "2026-03-01 11:00:00 +0100",
                "2026-03-01 11:00+01",
                "2026-03-01 10:00:00 UTC",
                "2026-03-01 10:00:00 Z"
            })
    void iso_8601_is_read_as_programs_write_it(String text) throws IOException {
        opened(text);

        assertThat(desk.only().opened()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30T10:00:00Z", "2026-03-01", "10:00", "1772359200", "yesterday", "2026-03-01T25:00:00Z"
            })
    void what_is_no_time_is_told(String text) throws IOException {
        opened(text);

        assertThat(desk.rejects).singleElement().asString().startsWith("2: 'opened': '" + text + "' is no time");
    }

    @Test
    void a_day_that_no_calendar_has_is_told_apart_from_another_way_to_write_times() throws IOException {
        desk.mapping("  patterns: [dd.MM.yyyy HH:mm]\n  timeZone: UTC\n");
        opened("31.02.2026 09:05");

        assertThat(desk.rejects)
                .containsExactly("2: 'opened': '31.02.2026 09:05' fits a pattern, and there is no such day or hour");
    }

    @Test
    void a_time_without_zone_is_refused_where_nobody_says_whose_clock_it_was() throws IOException {
        opened("2026-03-01 10:00:00");

        assertThat(desk.rejects)
                .containsExactly("2: 'opened': 2026-03-01T10:00 names no zone; say 'timeZone' in the mapping, such as"
                        + " Europe/Lisbon or UTC");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01 10:00:00,2026-03-01T10:00:00Z", "2026-07-01 10:00:00,2026-07-01T09:00:00Z"})
    void a_time_without_zone_is_by_the_clocks_of_the_mappings(String text, Instant moment) throws IOException {
        desk.mapping(LISBON);
        opened(text);

        assertThat(desk.only().opened()).isEqualTo(moment);
    }

    @Test
    void a_zone_in_the_time_itself_goes_before_the_mappings() throws IOException {
        desk.mapping("  timeZone: Asia/Tokyo\n");
        opened("2026-03-01T10:00:00Z");

        assertThat(desk.only().opened()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"Opened (Europe/Lisbon),2026-07-01T09:00:00Z", "opened (UTC),2026-07-01T10:00:00Z"})
    void the_header_may_name_the_zone_of_a_column(String header, Instant moment) throws IOException {
        desk.take("id,service," + header, "1,checkout,2026-07-01 10:00:00");

        assertThat(desk.only().opened()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EST -5", "CET", "GMT+1", "+01:00", "local time"})
    void one_offset_in_the_header_is_no_zone_for_times_of_summer_and_winter(String zone) throws IOException {
        desk.take("id,service,opened (" + zone + ")", "1,checkout,2026-07-01 10:00:00");

        assertThat(desk.rejects).singleElement().asString().contains("names no zone");
    }

    @Test
    void an_hour_that_never_came_is_refused() throws IOException {
        desk.mapping(LISBON);
        opened("2026-03-29 01:30:00");

        assertThat(desk.rejects)
                .containsExactly("2: 'opened': 2026-03-29T01:30 never came in Europe/Lisbon: the clocks went forward"
                        + " over it");
    }

    @Test
    void of_an_hour_that_came_twice_the_first_is_meant() throws IOException {
        desk.mapping(LISBON);

        Takings takings = opened("2026-10-25 01:30:00");

        assertThat(desk.only().opened()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(takings.remarks().timesThatCameTwice()).isEqualTo(1);
    }

    @Test
    void of_an_hour_that_came_twice_the_second_is_meant_where_the_first_was_too_early() throws IOException {
        desk.mapping(LISBON);

        desk.take("id,service,opened,resolved", "1,checkout,2026-10-25 01:50:00,2026-10-25 01:10:00");

        assertThat(desk.rejects).isEmpty();
        assertThat(Duration.between(desk.only().opened(), desk.only().resolved()))
                .isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void patterns_are_read_in_their_order_and_iso_8601_beside_them() throws IOException {
        desk.mapping(LISBON + "  patterns: [dd/MM/yyyy HH:mm, \"d.M.yyyy HH:mm\"]\n");

        desk.take(
                "id,service,opened,acknowledged,resolved",
                "1,checkout,03/07/2026 10:00,3.7.2026 10:05,2026-07-03T09:06:00Z");

        assertThat(desk.only().opened()).isEqualTo("2026-07-03T09:00:00Z");
        assertThat(desk.only().acknowledged()).isEqualTo("2026-07-03T09:05:00Z");
        assertThat(desk.only().resolved()).isEqualTo("2026-07-03T09:06:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29 01:30 Europe/Lisbon", "2026-03-29 02:30 Europe/Berlin"})
    void an_hour_that_never_came_in_the_region_beside_it_is_refused(String text) throws IOException {
        desk.mapping("  patterns: [\"uuuu-MM-dd HH:mm VV\"]\n");
        opened(text);

        assertThat(desk.rejects).singleElement().asString().contains("never came in " + text.substring(17));
    }

    @Test
    void of_an_hour_that_came_twice_in_the_region_beside_it_the_one_that_fits_is_meant() throws IOException {
        desk.mapping("  patterns: [\"uuuu-MM-dd HH:mm VV\"]\n");

        Takings takings = desk.take(
                "id,service,opened,resolved",
                "1,checkout,2026-10-25 01:50 Europe/Lisbon,2026-10-25 01:10 Europe/Lisbon");

        assertThat(desk.rejects).isEmpty();
        assertThat(Duration.between(desk.only().opened(), desk.only().resolved()))
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(takings.remarks().timesThatCameTwice()).isEqualTo(2);
    }

    @Test
    void an_offset_beside_the_region_settles_which_hour_is_meant() throws IOException {
        desk.mapping("  patterns: [\"uuuu-MM-dd HH:mmXXX'['VV']'\"]\n");
        opened("2026-10-25 01:50+00:00[Europe/Lisbon]");

        assertThat(desk.only().opened()).isEqualTo("2026-10-25T01:50:00Z");
    }

    @Test
    void the_zone_in_the_header_of_a_column_goes_before_the_mappings() throws IOException {
        desk.mapping("  timeZone: Asia/Tokyo\n");

        desk.take("id,service,opened (UTC),resolved", "1,checkout,2026-07-01 10:00:00,2026-07-01 20:00:00");

        assertThat(desk.only().opened()).isEqualTo("2026-07-01T10:00:00Z");
        assertThat(desk.only().resolved()).isEqualTo("2026-07-01T11:00:00Z");
    }

    @Test
    void a_day_that_does_not_exist_is_not_moved_to_one_that_does() throws IOException {
        desk.mapping(LISBON + "  patterns: [dd/MM/yyyy HH:mm]\n");
        opened("31/02/2026 10:00");

        assertThat(desk.rejects).hasSize(1);
    }

    private Takings opened(String text) throws IOException {
        return desk.take("id,service,opened", "1,checkout," + text);
    }
}
