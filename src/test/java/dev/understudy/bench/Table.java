package dev.understudy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures as a Markdown table, on the screen and in {@code target/bench}. */
final class Table {
    private final String title;
    private final StringBuilder text = new StringBuilder();

    Table(String title, String... columns) {
        this.title = title;
        line(Arrays.asList(columns));
        line(Collections.nCopies(columns.length, "--:"));
    }

    void row(Object... cells) {
        line(Arrays.stream(cells).map(Table::text).toList());
        System.out.println(
                "bench: " + title + ": " + Arrays.stream(cells).map(Table::text).toList());
    }

    void print() {
        String whole = "### " + title + "\n\n" + text;
        System.out.println(whole);
        Path file = Path.of("target/bench", title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".md");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the smallest value that so many percent of the values do not exceed; NaN of none. */
    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }

    private void line(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String text(Object cell) {
        return cell instanceof Double number
                ? String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.0f", number)
                : String.valueOf(cell);
    }
}
