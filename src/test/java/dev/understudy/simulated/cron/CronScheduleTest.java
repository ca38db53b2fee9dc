package dev.understudy.simulated.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static List<String> next(String schedule, ZoneId zone, String from, int count) {
        CronSchedule read = CronSchedule.parse(schedule, zone);
        List<String> times = new ArrayList<>();
        Optional<Instant> time = read.next(Instant.parse(from));
        for (int i = 0; i < count && time.isPresent(); i++) {
            times.add(time.get().toString());
            time = read.next(time.get());
        }
        return times;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *         | 2026-11-21T10:15:00Z | 2026-11-21T10:16:00Z
            */20 * * * *      | 2026-11-21T10:15:30Z | 2026-11-21T10:20:00Z
            5 4 * * *         | 2026-11-21T10:15:00Z | 2026-11-22T04:05:00Z
            0 22 * * 1-5      | 2026-11-21T10:15:00Z | 2026-11-23T22:00:00Z
            0 0 * * SUN       | 2026-11-21T10:15:00Z | 2026-11-22T00:00:00Z
            0 0 1 jan *       | 2026-11-21T10:15:00Z | 2027-01-01T00:00:00Z
            30 6-16/4 * * *   | 2026-11-21T10:15:00Z | 2026-11-21T10:30:00Z
            0 0 13 * 5        | 2026-11-21T10:15:00Z | 2026-11-27T00:00:00Z
            @hourly           | 2026-11-21T10:15:00Z | 2026-11-21T11:00:00Z
            @weekly           | 2026-11-21T10:15:00Z | 2026-11-22T00:00:00Z
            @every 90s        | 2026-11-21T10:15:00Z | 2026-11-21T10:16:30Z
            0 0 29 2 *        | 2026-11-21T10:15:00Z | 2028-02-29T00:00:00Z
            """)
    void finds_the_next_time_of_a_schedule(String schedule, String from, String expected) {
        assertThat(next(schedule, ZoneOffset.UTC, from, 1)).containsExactly(expected);
    }

    @Test
    void leaves_out_a_time_that_the_change_to_summer_time_leaves_out() {
        assertThat(next("30 2 * * *", PARIS, "2027-03-27T12:00:00Z", 1)).containsExactly("2027-03-29T00:30:00Z");
    }

    @Test
    void follows_the_zone_that_it_is_meant_in() {
        assertThat(next("0 9 * * *", ZoneId.of("Asia/Tokyo"), "2026-11-21T10:15:00Z", 1))
                .containsExactly("2026-11-22T00:00:00Z");
    }

    @Test
    void a_day_that_never_comes_has_no_next_time() {
        assertThat(next("0 0 31 2 *", ZoneOffset.UTC, "2026-11-21T10:15:00Z", 1))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            61 * * * *   | end of range (61) above maximum (59): 61
            * * 0 * *    | beginning of range (0) below minimum (1): 0
            5-1 * * * *  | beginning of range (5) beyond end of range (1): 5-1
            * * *        | expected exactly 5 fields, found 3: [* * *]
            x * * * *    | failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax
            */0 * * * *  | step of range should be a positive number: */0
            @fortnightly | unrecognized descriptor: @fortnightly
            """)
    void says_what_is_wrong_with_a_schedule(String schedule, String why) {
        assertThatExceptionOfType(BadSchedule.class)
                .isThrownBy(() -> CronSchedule.parse(schedule, ZoneOffset.UTC))
                .withMessage(why);
    }
}
