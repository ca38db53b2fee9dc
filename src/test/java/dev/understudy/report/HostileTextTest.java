package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.report.html.HtmlReport;
import dev.understudy.report.json.JsonReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class HostileTextTest {
    private final DrillReport hostile = HostileStories.hostile().report();

    @Test
    void breaks_no_json() throws Exception {
        String json = new JsonReport().print(hostile);

        JsonNode tree = new ObjectMapper().readTree(json);
        assertThat(tree.at("/scenario").asText()).isEqualTo("shop-" + HostileStories.SCRIPT);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
    }

    @Test
    void breaks_no_junit_xml() throws Exception {
        Document xml = Xml.parse(new JunitReport().print(hostile));

        assertThat(Xml.all(xml, "testsuite").getFirst().getAttribute("name"))
                .isEqualTo("shop-" + HostileStories.SCRIPT);
        assertThat(Xml.all(xml, "testcase")).hasSize(5);
    }

    @Test
    void makes_no_markup_of_its_own_in_markdown() {
        String text = new MarkdownReport().print(hostile);

        assertThat(text.lines().filter(line -> line.startsWith("# "))).hasSize(1);
        assertThat(text).doesNotContain("<script>").contains("\\<script\\>");
        assertThat(text.lines().filter(line -> line.startsWith("| +4s")))
                .singleElement()
                .asString()
                .contains("\\|cell\\|");
    }

    @Test
    void brings_no_element_and_no_link_into_html() throws Exception {
        Document page = Xml.parse(new HtmlReport().print(hostile));

        assertThat(Xml.all(page, "script")).isEmpty();
        assertThat(Xml.all(page, "a")).isEmpty();
        assertThat(Xml.all(page, "title").getFirst().getTextContent()).contains("<script>");
    }

    @Test
    void stays_visible_where_it_would_hide_or_turn_around_what_follows() {
        for (ReportFormat format : List.of(new MarkdownReport(), new JunitReport(), new HtmlReport())) {
            String text = format.print(hostile);

            assertThat(text).as(format.name()).contains("bell␇").doesNotContain("\u202E", "\u0000", "\u001b");
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        }
    }

    @Test
    void keeps_the_letters_of_every_language() {
        for (ReportFormat format : List.of(new MarkdownReport(), new JsonReport(), new HtmlReport())) {
            assertThat(format.print(hostile)).as(format.name()).contains(HostileStories.ARABIC, HostileStories.CHINESE);
        }
    }

    @Test
    void three_hundred_events_with_endless_names_are_all_printed() throws Exception {
        DrillReport large = HostileStories.large().report();

        assertThat(large.timeline()).hasSizeGreaterThan(290);
        assertThat(Xml.all(Xml.parse(new HtmlReport().print(large)), "tr")).hasSizeGreaterThan(290);
        assertThat(new ObjectMapper().readTree(new JsonReport().print(large)).at("/timeline"))
                .hasSize(large.timeline().size());
        assertThat(new MarkdownReport().print(large)).contains("note 139");
        assertThat(new JunitReport().print(large)).contains("note 139");
    }
}
