package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Outcome;
import dev.understudy.report.html.HtmlReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report after the debrief; the pages themselves are golden files. */
class DebriefedTest {
    private final DrillReport report = Stories.debriefed().report();

    @Test
    void the_report_says_how_the_drill_came_out_after_the_debrief_and_how_at_its_close() {
        assertThat(report.verdict().outcome()).isEqualTo(Outcome.RESCUED);
        assertThat(report.debrief()).satisfies(debrief -> {
            assertThat(debrief.atClose()).isEqualTo(Outcome.RECOVERED);
            assertThat(debrief.settled().getFirst())
                    .isEqualTo("The outcome after the debrief is rescued; at the close it was recovered.");
        });
    }

    @Test
    void what_an_earlier_debrief_left_it_as_stays_to_be_read_with_who_had_held_it() {
        Debrief answeredAnew = new Debrief(
                "gil",
                null,
                true,
                List.of(),
                List.of(new Part("ana", Part.Involved.NONE)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        DrillReport twice = Stories.debriefed()
                .at(200_000_000, new DrillEvent.Debriefed(answeredAnew))
                .report();

        assertThat(twice.verdict().outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(twice.debrief())
                .satisfies(debrief -> assertThat(debrief.settled())
                        .first()
                        .asString()
                        .startsWith("An earlier debrief, held by fay on 2026-11-2")
                        .endsWith(", left it rescued."));
        assertThat(report.debrief())
                .satisfies(once -> assertThat(once.earlier()).isEmpty());
    }

    @Test
    void the_lead_is_whom_the_debrief_names() {
        assertThat(report.people().lead()).isEqualTo("cem");
        assertThat(report.people().acknowledgedBy()).isEqualTo("bo");
        assertThat(report.people().acted()).containsExactly("bo");
    }

    @Test
    void a_debrief_on_another_day_is_none_of_the_drills_own_time() {
        assertThat(report.played().getLast().offset()).isLessThan(Duration.ofMinutes(1));
        assertThat(report.timeline().getLast().event()).isEqualTo("debriefed");
        assertThat(JunitCase.lasted(report)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void the_page_shows_answers_gaps_and_actions_with_what_blocks() {
        assertThat(new HtmlReport().print(report))
                .contains("After the debrief; at the close it was recovered.")
                .contains("ana, only the excluded")
                .contains("open, blocks independence")
                .contains("not answered");
    }
}
