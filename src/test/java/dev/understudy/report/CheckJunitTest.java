package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.independence.Checked;
import org.junit.jupiter.api.Test;

class CheckJunitTest {
    @Test
    void a_group_of_which_a_fail_counted_is_a_case_of_its_own() {
        assertThat(CheckJunit.print(Checked.excludedTogether()))
                .contains("tests=\"3\"", "failures=\"1\"", "name=\"without ana and bo together\"");
    }

    @Test
    void hides_no_fail_that_was_withheld() {
        assertThat(CheckJunit.print(Checked.narrowlyDrilled()))
                .contains("name=\"withheldFails\" value=\"1 failed drill withheld: odd (as told)\"");
        assertThat(CheckJunit.print(Checked.sinceOctober())).doesNotContain("withheldFails");
    }

    @Test
    void says_what_was_left_out() {
        assertThat(CheckJunit.print(Checked.sinceOctober()))
                .contains(
                        "name=\"since\" value=\"2026-10-01T00:00:00Z\"",
                        "drills before 2026-10-01 were left out (2), 1 of them counted fails");
        assertThat(CheckJunit.print(Checked.narrowlyDrilled())).doesNotContain("leftOut");
    }
}
