package dev.understudy.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.report.Xml;
import dev.understudy.report.picture.Axis.Tick;
import dev.understudy.report.picture.Curve.Dot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class CurveChartTest {
    @Test
    void what_is_bad_is_told_apart_by_shape_and_not_by_colour_alone() throws Exception {
        String drawn = new CurveChart(
                        "title",
                        "words",
                        Axis.percent("across"),
                        Axis.percent("up"),
                        List.of(new Curve(
                                "", List.of(), false, List.of(dot(Mood.GOOD), dot(Mood.BAD), dot(Mood.OPEN)))),
                        new Axis.Tick(0.5, "asked"),
                        new Axis.Tick(0.5, "asked"),
                        false)
                .draw("a", 600);

        assertThat(Xml.all(Xml.parse(drawn), "circle"))
                .extracting(CurveChartTest::style)
                .containsExactly("dot mood-good", "dot mood-open");
        assertThat(Xml.all(Xml.parse(drawn), "polygon"))
                .extracting(CurveChartTest::style)
                .containsExactly("dot mood-bad");
    }

    @Test
    void the_last_name_of_an_axis_stands_and_none_is_written_over_another() throws Exception {
        Axis days = new Axis(
                "",
                0,
                100,
                List.of(
                        new Tick(0, "1 Jan 2026"),
                        new Tick(50, "1 Jun 2026"),
                        new Tick(97, "7 Dec 2026"),
                        new Tick(100, "9 Dec 2026")));
        String drawn = new CurveChart(
                        "t", "w", days, Axis.percent("up"), List.of(), new Tick(0, "a"), new Tick(0, "l"), false)
                .draw("a", 600);

        List<Element> names = Xml.all(Xml.parse(drawn), "text").stream()
                .filter(text -> text.getTextContent().endsWith("2026"))
                .toList();

        assertThat(names).extracting(Element::getTextContent).containsExactly("1 Jan 2026", "1 Jun 2026", "9 Dec 2026");
        for (int i = 1; i < names.size(); i++) {
            assertThat(place(names.get(i)) - place(names.get(i - 1))).isGreaterThan(Lettering.width("9 Dec 2026"));
        }
    }

    private static double place(Element text) {
        return Double.parseDouble(text.getAttribute("x"));
    }

    private static String style(Element element) {
        return element.getAttribute("class");
    }

    private static Dot dot(Mood mood) {
        return new Dot(0.5, 0.5, mood, "says");
    }
}
