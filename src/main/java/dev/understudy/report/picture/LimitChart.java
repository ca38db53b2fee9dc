package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;
import java.util.List;

/** Amounts against their limits, each on a scale of its own: the limits stand one below the other. */
public record LimitChart(String title, String description, List<Bar> bars) implements Drawing {
    private static final double ROW = 54;
    private static final double NARROW = 560;
    private static final double THICK = 14;
    /** Where the limit lies, so that there is room to be late. */
    private static final double LIMIT_AT = 0.78;

    public LimitChart {
        bars = List.copyOf(bars);
    }

    /**
     * Draws the chart.
     *
     * @param id unique on the page
     * @param width in pixels, at least 300
     */
    public String draw(String id, double width) {
        boolean narrow = width < NARROW;
        double height = narrow ? ROW + Lettering.LINE : ROW;
        double names = bars.stream()
                .mapToDouble(bar -> Lettering.strongWidth(bar.name()))
                .max()
                .orElse(0);
        Element svg = Canvas.of(id, title, description, width, bars.size() * height);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double base = i * height + Lettering.LINE;
            svg.add(Lettering.at(0, base, "name", bar.name()));
            svg.add(
                    narrow
                            ? Lettering.at(0, base + Lettering.LINE, "label", Lettering.fit(bar.text(), width))
                            : Lettering.at(names + 14, base, "label", Lettering.fit(bar.text(), width - names - 14)));
            svg.add(row(id, bar, base + (narrow ? Lettering.LINE : 0) + 10, width));
        }
        return svg.toString();
    }

    private static Element row(String id, Bar bar, double top, double width) {
        double limit = width * LIMIT_AT;
        double end = x(bar.amount(), bar, width);
        Element row = Element.of("g").with("class", "limit-row").add(Canvas.bar(0, top, width, THICK, "track"));
        if (bar.amount() > 0) {
            row.add(Canvas.bar(0, top, end, THICK, "span " + bar.tone().style()));
        }
        if (bar.tone() == Tone.BAD) {
            row.add(Canvas.stripes(id, 0, top, end, THICK));
        }
        if (bar.less() + bar.more() > 0) {
            row.add(margin(bar, top, width));
        }
        if (!bar.stopped() && bar.amount() > 0) {
            row.add(arrow(end, top));
        }
        return row.add(Canvas.line(limit, top - 5, limit, top + THICK + 5, "limit"));
    }

    /** Returns a whisker from the least to the most that it may have been. */
    private static Element margin(Bar bar, double top, double width) {
        double from = x(Math.max(0, bar.amount() - bar.less()), bar, width);
        double to = x(bar.amount() + bar.more(), bar, width);
        double middle = top + THICK / 2;
        return Element.of("g")
                .with("class", "margin")
                .add(
                        Canvas.line(from, middle, to, middle, "whisker"),
                        Canvas.line(from, top + 2, from, top + THICK - 2, "whisker"),
                        Canvas.line(to, top + 2, to, top + THICK - 2, "whisker"));
    }

    private static Element arrow(double x, double top) {
        String points = Element.number(x) + "," + Element.number(top) + " " + Element.number(x + 9) + ","
                + Element.number(top + THICK / 2) + " " + Element.number(x) + "," + Element.number(top + THICK);
        return Element.of("polygon").with("points", points).with("class", "open-end");
    }

    private static double x(double amount, Bar bar, double width) {
        return Math.min(width - 10, amount / bar.limit() * width * LIMIT_AT);
    }
}
