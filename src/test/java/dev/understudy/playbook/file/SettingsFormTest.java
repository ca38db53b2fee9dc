package dev.understudy.playbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.independence.Thresholds;
import dev.understudy.playbook.RotationTerms;
import dev.understudy.playbook.Settings;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The settings file; what is wrong with one stands beside {@code broken/settings.yaml}. */
class SettingsFormTest {
    private static Settings read(String spec) {
        Read<Settings> read = SettingsForm.FILE.read(
                Source.text("settings.yaml", "apiVersion: understudy.dev/v1\nkind: Settings\nspec:" + spec));
        assertThat(read).as("%s", read).isInstanceOf(Read.Good.class);
        return ((Read.Good<Settings>) read).value();
    }

    @Test
    void what_the_file_does_not_say_is_as_where_there_is_no_file() {
        assertThat(read(" {}")).isEqualTo(Settings.DEFAULT);
        assertThat(read(" {verdict: {}}")).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void shares_may_be_written_in_decimals_in_percent_and_as_quotients() {
        Thresholds set = read("""

                  verdict: {success: 80%, confidence: 0.9, doubt: 1/5, abortedShare: 1/3, minimum: 7, leads: 1,
                    minimumDependent: 4, fresh: 90d, window: 365d, halfLife: 60d}
                """).verdict();

        assertThat(set)
                .isEqualTo(new Thresholds(
                        0.8,
                        0.9,
                        7,
                        0.2,
                        4,
                        1,
                        Duration.ofDays(90),
                        Duration.ofDays(365),
                        1.0 / 3,
                        Duration.ofDays(60)));
    }

    @Test
    void a_rotation_keeps_to_the_days_and_the_clocks_of_the_team() {
        RotationTerms set = read("""

                  rotation: {weeks: 8, perWeek: 1, perService: 3, days: [wed, mon], begin: "09:30",
                    timeZone: Europe/Lisbon, length: 90m, rest: 3, qualified: 3}
                """).rotation();

        assertThat(set)
                .isEqualTo(new RotationTerms(
                        8,
                        1,
                        3,
                        List.of(DayOfWeek.WEDNESDAY, DayOfWeek.MONDAY),
                        LocalTime.of(9, 30),
                        ZoneId.of("Europe/Lisbon"),
                        Duration.ofMinutes(90),
                        3,
                        3));
    }

    @Test
    void days_and_lengths_that_make_no_plan_are_told_with_everything_else() {
        Read<Settings> read = SettingsForm.FILE.read(Source.text("settings.yaml", """
                apiVersion: understudy.dev/v1
                kind: Settings
                spec:
                  verdict: {minimum: 0}
                  rotation:
                    days: []
                    length: 0s
                """));

        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Bad.class,
                        bad -> assertThat(bad.problems())
                                .extracting(Object::toString)
                                .satisfiesExactly(
                                        one -> assertThat(one).asString().contains("4:22: 'minimum'"),
                                        two -> assertThat(two).asString().contains("6:5: a plan needs a day"),
                                        three -> assertThat(three)
                                                .asString()
                                                .contains("7:13: a drill takes more than no time")));
        assertThat(problems("rotation: {days: [tue, wed, tue]}")).contains("a day stands twice");
        assertThat(problems("rotation: {length: 2d}")).contains("'length' must be a duration");
    }

    private static String problems(String spec) {
        return SettingsForm.FILE
                .read(Source.text(
                        "settings.yaml", "apiVersion: understudy.dev/v1\nkind: Settings\nspec: {" + spec + "}"))
                .toString();
    }
}
