package dev.understudy.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.report.Xml;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LaneChartTest {
    @ParameterizedTest
    @ValueSource(ints = {320, 860})
    void nothing_lies_outside_the_picture(int width) throws Exception {
        Document svg = Xml.parse(crowded().draw("a", width));

        double height = Double.parseDouble(Xml.all(svg, "svg").getFirst().getAttribute("height"));
        for (Element rect : Xml.all(svg, "rect")) {
            double x = Double.parseDouble(rect.getAttribute("x"));
            double y = Double.parseDouble(rect.getAttribute("y"));
            assertThat(x + Double.parseDouble(rect.getAttribute("width"))).isLessThanOrEqualTo(width);
            assertThat(y + Double.parseDouble(rect.getAttribute("height"))).isLessThanOrEqualTo(height);
        }
        for (Element text : Xml.all(svg, "text")) {
            double left = Double.parseDouble(text.getAttribute("x"));
            assertThat(left).isNotNegative();
            assertThat(left + Lettering.width(text.getTextContent())).isLessThanOrEqualTo(width);
        }
    }

    @Test
    void every_mark_is_drawn_even_where_its_label_finds_no_room() throws Exception {
        Document svg = Xml.parse(crowded().draw("a", 320));

        assertThat(Xml.all(svg, "circle")).hasSize(100);
    }

    @Test
    void hostile_names_stay_text() throws Exception {
        Lane lane = new Lane("</text><script>", List.of(), List.of(), "");
        LaneChart chart = new LaneChart("\"", "]]>", Duration.ZERO, Duration.ofSeconds(1), List.of(lane), List.of());

        assertThat(Xml.all(Xml.parse(chart.draw("a", 860)), "script")).isEmpty();
    }

    @Test
    void the_same_chart_is_the_same_text() {
        assertThat(crowded().draw("a", 860)).isEqualTo(crowded().draw("a", 860));
    }

    private static LaneChart crowded() {
        List<Marker> markers = IntStream.range(0, 100)
                .mapToObj(i -> new Marker(Duration.ofMillis(i * 97L), Tone.TEAM, "somebody did thing number " + i))
                .toList();
        List<Span> spans = List.of(
                new Span(Duration.ZERO, Duration.ofSeconds(4), Tone.BAD, "503"),
                new Span(Duration.ofSeconds(4), Duration.ofSeconds(90), Tone.GOOD, ""));
        return new LaneChart(
                "title",
                "words",
                Duration.ZERO,
                Duration.ofSeconds(10),
                List.of(
                        new Lane("a name that does not end ".repeat(9), List.of(), markers, ""),
                        new Lane("probe", spans, List.of(), "")),
                List.of(
                        new Marker(Duration.ZERO, Tone.FAULT, "injected +0s"),
                        new Marker(Duration.ofSeconds(10), Tone.GOOD, "recovered +10s")));
    }
}
