package dev.understudy.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.report.DrillStory;
import dev.understudy.report.Stories;
import dev.understudy.report.Xml;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {
    static List<DrillStory> stories() {
        return List.of(
                Stories.recovered(),
                Stories.rescued(),
                Stories.aborted(),
                Stories.notRecovered(),
                Stories.running(),
                Stories.selfHealed(),
                Stories.refused());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void is_one_file_that_asks_for_nothing(DrillStory story) {
        String page = new HtmlReport().print(story.report());

        assertThat(page).doesNotContain("<script", "<link", "<img", "<iframe", "@import", "url(http", "src=");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void is_well_formed_and_every_id_is_there_once(DrillStory story) throws Exception {
        Document page = Xml.parse(new HtmlReport().print(story.report()));

        Set<String> ids = new HashSet<>();
        for (Element element : Xml.all(page, "*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
            }
        }
        for (Element element : Xml.all(page, "*")) {
            if (element.hasAttribute("aria-labelledby")) {
                assertThat(ids).contains(element.getAttribute("aria-labelledby").split(" "));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void can_be_walked_by_its_landmarks_and_headings(DrillStory story) throws Exception {
        Document page = Xml.parse(new HtmlReport().print(story.report()));

        assertThat(Xml.all(page, "main")).hasSize(1);
        assertThat(Xml.all(page, "h1")).hasSize(1);
        assertThat(Xml.all(page, "section")).allMatch(s -> s.hasAttribute("aria-labelledby"));
        assertThat(Xml.all(page, "html").getFirst().getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void pictures_have_a_title_a_description_and_a_table_beside_them() throws Exception {
        Document page = Xml.parse(new HtmlReport().print(Stories.rescued().report()));

        List<Element> pictures = Xml.all(page, "svg").stream()
                .filter(svg -> svg.getAttribute("role").equals("img"))
                .toList();
        assertThat(pictures).hasSize(4);
        assertThat(pictures)
                .allMatch(svg -> svg.getElementsByTagName("title").getLength() == 1
                        && svg.getElementsByTagName("desc").getLength() == 1);
        assertThat(Xml.all(page, "caption")).hasSize(3);
    }

    @Test
    void a_rehearsal_is_called_one_in_large_letters() {
        assertThat(new HtmlReport().print(Stories.recovered().report())).contains("REHEARSAL, no evidence");
        assertThat(new HtmlReport().print(Stories.rescued().report())).doesNotContain("REHEARSAL");
    }

    @Test
    void beside_rehearsals_that_were_counted_only_what_has_no_label_yet_gets_one() {
        HtmlReport counted = new HtmlReport(true);

        assertThat(counted.print(Stories.rescued().report())).contains("REHEARSALS COUNTED");
        assertThat(counted.print(Stories.recovered().report())).doesNotContain("REHEARSALS COUNTED");
    }

    @Test
    void prints_the_same_bytes_for_the_same_journal() {
        String once = new HtmlReport().print(Stories.recovered().report());

        assertThat(new HtmlReport().print(Stories.recovered().report())).isEqualTo(once);
    }

    @Test
    void every_style_of_a_picture_is_one_that_the_page_knows() {
        String page = new HtmlReport().print(Stories.rescued().report());

        String style = page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
        Pattern.compile("class=\"(?:span|mark|guide) (tone-[a-z]+)\"")
                .matcher(page)
                .results()
                .forEach(found -> assertThat(style).contains("." + found.group(1)));
    }

    @Test
    void the_runbook_is_a_link_only_when_it_is_one_of_the_web() throws Exception {
        Document page = Xml.parse(new HtmlReport().print(Stories.recovered().report()));

        assertThat(Xml.all(page, "a"))
                .extracting(a -> a.getAttribute("href"))
                .containsExactly("https://runbooks.example.com/checkout/cache-loss");
    }
}
