package dev.understudy.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.report.Xml;
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

    private static String style(Element element) {
        return element.getAttribute("class");
    }

    private static Dot dot(Mood mood) {
        return new Dot(0.5, 0.5, mood, "says");
    }
}
