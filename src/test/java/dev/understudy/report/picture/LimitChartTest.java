package dev.understudy.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.report.Xml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LimitChartTest {
    @Test
    void a_bar_reaches_its_limit_exactly_when_the_amount_does() throws Exception {
        assertThat(width(bar(120, true))).isEqualTo(780);
        assertThat(width(bar(60, true))).isEqualTo(390);
    }

    @Test
    void a_bar_far_beyond_its_limit_stays_in_the_picture() throws Exception {
        assertThat(width(bar(9999, true))).isLessThanOrEqualTo(1000);
    }

    @Test
    void a_clock_that_still_runs_has_an_open_end() {
        assertThat(new LimitChart("", "", List.of(bar(60, false))).draw("a", 1000))
                .contains("open-end");
        assertThat(new LimitChart("", "", List.of(bar(60, true))).draw("a", 1000))
                .doesNotContain("open-end");
    }

    private static Bar bar(double amount, boolean stopped) {
        return new Bar("detect", "words", amount, 0, 0, 120, stopped, Tone.GOOD);
    }

    private static double width(Bar bar) throws Exception {
        return Xml.all(Xml.parse(new LimitChart("", "", List.of(bar)).draw("a", 1000)), "rect").stream()
                .filter(rect -> rect.getAttribute("class").equals("span tone-good"))
                .map((Element rect) -> Double.parseDouble(rect.getAttribute("width")))
                .findFirst()
                .orElseThrow();
    }
}
