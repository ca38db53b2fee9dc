package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.report.JunitCase.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTest {
    static List<Arguments> outcomes() {
        return List.of(
                Arguments.of(Stories.recovered(), Mark.PASSED),
                Arguments.of(Stories.selfHealed(), Mark.PASSED),
                Arguments.of(Stories.rescued(), Mark.FAILURE),
                Arguments.of(Stories.notRecovered(), Mark.FAILURE),
                Arguments.of(Stories.aborted(), Mark.ERROR),
                Arguments.of(Stories.refused(), Mark.ERROR),
                Arguments.of(Stories.running(), Mark.SKIPPED));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void the_outcome_is_the_first_case(DrillStory story, Mark mark) {
        JunitCase outcome = JunitCase.of(story.report()).getFirst();

        assertThat(outcome.name()).isEqualTo("outcome");
        assertThat(outcome.mark()).isEqualTo(mark);
    }

    @Test
    void a_suite_counts_its_cases_and_says_whether_it_is_evidence() throws Exception {
        Document xml = Xml.parse(new JunitReport().print(Stories.aborted().report()));

        Element suite = Xml.all(xml, "testsuite").getFirst();
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
        assertThat(Xml.all(xml, "property"))
                .anyMatch(p -> p.getAttribute("name").equals("evidence")
                        && p.getAttribute("value").equals("none"));
    }

    @Test
    void a_drill_that_passed_has_no_red_case_even_where_nobody_had_to_be_alerted() {
        assertThat(JunitCase.of(Stories.selfHealed().report()))
                .extracting(JunitCase::mark)
                .doesNotContain(Mark.FAILURE, Mark.ERROR)
                .contains(Mark.SKIPPED);
    }
}
