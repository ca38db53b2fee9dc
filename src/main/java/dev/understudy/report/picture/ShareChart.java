package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;
import java.util.List;

/**
 * How much of the whole the largest part is: one bar a row, with the interval in which the true share lies.
 *
 * @param rows from the top down
 */
public record ShareChart(String title, String description, List<Row> rows) implements Drawing {
    private static final double HIGH = 44;
    private static final double THICK = 14;
    private static final double FOOT = 22;

    public ShareChart {
        rows = List.copyOf(rows);
    }

    /**
     * One bar.
     *
     * @param name what the whole is
     * @param text the figures in words
     * @param share of the largest part, 0 to 1
     * @param low where its interval begins
     * @param high where it ends
     */
    public record Row(String name, String text, double share, double low, double high) {}

    @Override
    public String draw(String id, double width) {
        Element svg = Canvas.of(id, title, description, width, rows.size() * HIGH + FOOT);
        for (int i = 0; i < rows.size(); i++) {
            svg.addAll(row(rows.get(i), i * HIGH, width));
        }
        double base = rows.size() * HIGH;
        for (int quarter = 0; quarter <= 4; quarter++) {
            double x = width * quarter / 4;
            String style = quarter == 0 ? "small" : quarter == 4 ? "small ending" : "small centred";
            svg.add(Lettering.at(x, base + 14, style, 25 * quarter + " %"));
        }
        return svg.toString();
    }

    private static List<Element> row(Row row, double top, double width) {
        double y = top + Lettering.LINE + 4;
        double names = Lettering.strongWidth(row.name()) + 12;
        double middle = y + THICK / 2;
        return List.of(
                Lettering.at(0, top + 13, "name", Lettering.fit(row.name(), width)),
                Lettering.at(names, top + 13, "small", Lettering.fit(row.text(), Math.max(0, width - names))),
                Canvas.bar(0, y, width, THICK, "share rest"),
                Canvas.bar(0, y, row.share() * width, THICK, "share"),
                Canvas.line(row.low() * width, middle, row.high() * width, middle, "whisker"),
                Canvas.line(row.low() * width, y - 2, row.low() * width, y + THICK + 2, "whisker"),
                Canvas.line(row.high() * width, y - 2, row.high() * width, y + THICK + 2, "whisker"));
    }
}
