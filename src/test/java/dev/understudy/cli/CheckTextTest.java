package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.Checked;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CheckTextTest {
    @Test
    void a_group_of_which_a_fail_counted_stands_in_the_table() {
        assertThat(text(Checked.excludedTogether(), false))
                .contains("ana and bo together")
                .contains("6 of 12");
    }

    @Test
    void says_what_was_left_out() {
        assertThat(text(Checked.sinceOctober(), false))
                .contains("drills before 2026-10-01 were left out (2), 1 of them counted fails");
    }

    @Test
    void a_line_below_the_table_tells_of_fails_that_were_withheld() {
        assertThat(text(Checked.narrowlyDrilled(), false)).contains("checkout: 1 failed drill withheld: odd (as told)");
        assertThat(text(Checked.sinceOctober(), false)).doesNotContain("withheld");
    }

    @Test
    void a_proof_hides_no_fail_and_no_class_that_was_never_drilled() {
        assertThat(text(Checked.narrowlyDrilled(), true))
                .contains("(not counted: as told)")
                .contains("1 failed drill withheld: odd (as told)")
                .contains("class cache-loss: never drilled, 40 incidents");
    }

    private static String text(Assessment assessment, boolean explain) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new CheckText(assessment, Checked.ROSTER, Screen.standard()).print(out, explain);
        return text.toString();
    }
}
