package dev.understudy.report.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.Checked;
import dev.understudy.playbook.IndependenceCheck;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.PageMarkdown;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages with verdicts must not leave out. */
class VerdictPagesTest {
    @Test
    void a_group_of_which_a_fail_counted_has_a_row() {
        Assessment assessment = Checked.excludedTogether();

        assertThat(CheckPage.print(assessment, edition(assessment), true))
                .contains("checkout without ana and bo together")
                .contains("6 of 12");
        assertThat(VerdictPictures.matrix(assessment).toString()).contains("checkout without ana and bo together");
    }

    @Test
    void every_page_says_what_was_left_out() {
        Assessment assessment = Checked.sinceOctober();

        assertThat(CheckPage.print(assessment, edition(assessment), false))
                .contains("drills before 2026-10-01 were left out (2), 1 of them counted fails");
        assertThat(page(assessment)).contains("drills before 2026-10-01 were left out (2), 1 of them counted fails");
    }

    @Test
    void the_page_tells_rule_reasons_withheld_fails_and_classes_that_were_never_drilled() {
        Assessment assessment = Checked.narrowlyDrilled();

        assertThat(page(assessment))
                .contains("Judged by rule 1 as of")
                .contains("no: as told")
                .contains("1 failed drill withheld: odd (as told)")
                .contains("never drilled");
        assertThat(VerdictPictures.matrix(assessment).toString()).contains("never drilled", "40 incidents");
    }

    @Test
    void the_check_as_markdown_hides_no_fail_that_was_withheld() {
        Assessment assessment = Checked.narrowlyDrilled();

        assertThat(CheckPage.print(assessment, edition(assessment), false))
                .contains("checkout: 1 failed drill withheld: odd (as told).");
    }

    @Test
    void an_explained_check_as_markdown_walks_through_drills_counts_and_classes_to_the_verdict() {
        Assessment assessment = Checked.narrowlyDrilled();

        assertThat(CheckPage.print(assessment, edition(assessment), true))
                .contains(
                        "| odd | 17 Nov 2026 | bad-deploy | not-recovered | no: as told | independent | 0.9654 |",
                        "0 no evidence, 1 failed and withheld",
                        "| cache-loss | 40 | – **never drilled** |",
                        "checkout works without ana",
                        "Every condition of the rule, in its order")
                .doesNotContain("](", "<img");
    }

    @Test
    void each_clock_tells_the_share_within_its_objective_without_the_excluded_and_with() {
        List<List<String>> rows = TimeBlocks.of(Checked.timed()).stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(table -> ((Block.Table) table).rows().stream())
                .map(row -> Stream.of(0, 1, 5).map(i -> row.get(i).words()).toList())
                .toList();

        assertThat(rows)
                .containsExactly(
                        List.of("detected without", "1m", "1.0000"),
                        List.of("detected with", "1m", "1.0000"),
                        List.of("acknowledged without", "5m", "0.6667"),
                        List.of("acknowledged with", "5m", "1.0000"),
                        List.of("recovered without", "15m", "0.3333"),
                        List.of("recovered with", "15m", "1.0000"));
    }

    private static String page(Assessment assessment) {
        IndependenceCheck check = new IndependenceCheck(assessment, List.of());
        return new PageMarkdown("", true).print(IndependencePage.of(assessment, check, edition(assessment)));
    }

    private static Edition edition(Assessment assessment) {
        return new Edition("shop", assessment, false);
    }
}
