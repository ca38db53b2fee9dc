package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.independence.ErrorRates.Rate;
import dev.understudy.independence.ErrorRates.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of measures. Rewrite it with {@code ./mvnw -q test -Dtest=MeasureTest -Dunderstudy.write=true}. */
class MeasureTest {
    private static final Path PAGE = Path.of("docs/independence.md");
    private static final String END = "<!-- end -->";

    @Test
    void the_page_tells_of_every_measure_and_prints_the_table_of_errors() throws Exception {
        String text = Files.readString(PAGE);
        String written =
                replaced(replaced(replaced(text, "rates", rates()), "windows", windows()), "measures", measures());
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(PAGE, written);
        }

        assertThat(PAGE).as("stale: rewrite with -Dunderstudy.write=true").hasContent(written);
    }

    @Test
    void every_measure_has_an_anchor_that_a_link_can_name() {
        assertThat(Arrays.stream(Measure.values()).map(Measure::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"))
                .contains("jeffreys", "at-least", "kaplan-meier", "rmst", "bus-factor", "verdict-rule");
    }

    @Test
    void a_formula_with_a_limit_that_settings_may_change_says_so() {
        assertThat(List.of(Measure.AT_LEAST, Measure.NEEDED).stream().map(Measure::formula))
                .allMatch(formula -> formula.endsWith("unless the settings say otherwise"));
    }

    private static String replaced(String page, String block, String content) {
        String begin = "<!-- " + block + ": written by MeasureTest -->\n";
        int from = page.indexOf(begin) + begin.length();
        return page.substring(0, from) + content + page.substring(page.indexOf(END, from));
    }

    private static String measures() {
        return Arrays.stream(Measure.values()).map(MeasureTest::section).collect(Collectors.joining());
    }

    private static String section(Measure measure) {
        return "\n<a id=\"%s\"></a>\n\n### %s\n%s\n\n- Formula: `%s`\n- Source: %s.\n"
                .formatted(measure.id(), measure.title(), measure.explanation(), measure.formula(), measure.source());
    }

    private static String rates() {
        return table(new ErrorRates(Thresholds.DEFAULT).table(), " within %d drills |");
    }

    private static String windows() {
        return table(new ErrorRates(Thresholds.DEFAULT).windows(), " window of %d drills |");
    }

    private static String table(List<Row> table, String column) {
        String head = table.getFirst().rates().stream()
                .map(rate -> column.formatted(rate.drills()))
                .collect(Collectors.joining("", "\n| true chance of passing |", "\n|"));
        return head + "---|".repeat(1 + table.getFirst().rates().size()) + "\n"
                + table.stream().map(MeasureTest::row).collect(Collectors.joining()) + "\n";
    }

    private static String row(Row row) {
        return row.rates().stream()
                .map(Rate::independent)
                .map(rate -> String.format(Locale.ROOT, " %.4f |", rate))
                .collect(Collectors.joining("", String.format(Locale.ROOT, "| %.1f |", row.chance()), "\n"));
    }
}
