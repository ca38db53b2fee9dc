package dev.understudy.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.report.Xml;
import dev.understudy.report.html.HtmlPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagePrintersTest {
    private static final String HOSTILE = "<script>alert(1)</script> [x](javascript:y) | `a` \u202E";

    @Test
    void nobodys_words_become_markup_in_html() {
        // Given
        Page page = Specimen.page(HOSTILE);
        // When
        String html = html(page, true);
        // Then
        assertThat(html).doesNotContain("<script", "\u202E").contains("&lt;script&gt;");
    }

    @Test
    void nobodys_words_become_markup_in_markdown() {
        // Given
        Page page = Specimen.page(HOSTILE);
        // When
        String markdown = new PageMarkdown("", true).print(page);
        // Then
        assertThat(markdown.lines().filter(line -> !line.startsWith("    ")))
                .noneMatch(line -> line.replaceAll("\\\\.", "").matches(".*(<script|\\[x).*"));
        assertThat(markdown).contains("a \\| b");
    }

    @Test
    void the_same_page_is_printed_the_same() {
        // When
        String first = html(Specimen.page("a"), true) + new PageMarkdown("", true).print(Specimen.page("a"));
        String second = html(Specimen.page("a"), true) + new PageMarkdown("", true).print(Specimen.page("a"));
        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_figure_leads_to_its_explanation_and_a_drill_to_its_report() {
        // When
        String html = html(Specimen.page("a"), true);
        String markdown = new PageMarkdown("", true).print(Specimen.page("a"));
        // Then
        assertThat(html)
                .contains("<a href=\"explained/measures.html#at-least\" class=\"figure\">0.9654</a>")
                .contains("<a href=\"drills/a-drill.html\" class=\"drill\">a-drill</a>");
        assertThat(markdown)
                .contains("[0.9654](explained/measures.md#at-least)")
                .contains("[a-drill](drills/a-drill.md)");
    }

    @Test
    void nothing_leads_to_reports_that_are_not_there() {
        // When
        String html = html(Specimen.page("a"), false);
        String markdown = new PageMarkdown("", false).print(Specimen.page("a"));
        // Then
        assertThat(html).contains("<bdi>a-drill</bdi>").doesNotContain("drills/");
        assertThat(markdown).contains("a-drill").doesNotContain("drills/");
    }

    @Test
    void every_picture_says_in_words_what_it_shows() throws Exception {
        // Given
        Page page = Specimen.page("a");
        // When
        List<String> described = page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .map(picture ->
                        picture.drawing().draw("p", 860) + picture.drawing().draw("q", 340))
                .toList();
        // Then
        assertThat(described).hasSize(4);
        for (String svg : described) {
            Xml.parse("<both>" + svg + "</both>");
            assertThat(svg).contains("<title", "<desc", "role=\"img\"");
        }
    }

    private static String html(Page page, boolean drills) {
        return new HtmlPage(page, List.of(page), "", drills).print();
    }
}
