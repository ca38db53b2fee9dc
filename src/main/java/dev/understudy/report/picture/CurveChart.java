package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines over two axes.
 *
 * @param curves at most two, told apart by colour and by dashes
 * @param asked a value of the horizontal axis that something is asked of, or null
 * @param level the same of the vertical axis, or null
 * @param shaded whether the part under the first curve to the right of {@code asked} is shaded
 */
public record CurveChart(
        String title,
        String description,
        Axis across,
        Axis up,
        List<Curve> curves,
        Axis.@Nullable Tick asked,
        Axis.@Nullable Tick level,
        boolean shaded)
        implements Drawing {
    /** Between two names. */
    private static final double APART = 6;

    private static final double LEFT = 46;
    private static final double RIGHT = 14;
    private static final double TOP = 40;
    private static final double TALL = 190;
    private static final double FOOT = 42;
    private static final double BASE = TOP + TALL;
    private static final double DOT = 4.5;
    private static final double ARM = 5;
    private static final double THICK = 1.8;

    public CurveChart {
        curves = List.copyOf(curves);
    }

    @Override
    public String draw(String id, double width) {
        double right = width - RIGHT;
        Element svg = Canvas.of(id, title, description, width, BASE + FOOT);
        svg.add(ticks(right));
        if (!curves.isEmpty() && shaded) {
            svg.add(area(right));
        }
        for (int i = 0; i < curves.size(); i++) {
            svg.add(line(curves.get(i), i, right));
        }
        svg.add(references(right));
        curves.forEach(curve -> svg.addAll(dots(curve, right)));
        return svg.addAll(legend(right)).toString();
    }

    private Element ticks(double right) {
        Element all = Element.of("g").with("class", "grid");
        for (Axis.Tick tick : up.ticks()) {
            double y = y(tick.at());
            all.add(Canvas.line(LEFT, y, right, y, "tick"));
            all.add(Lettering.at(LEFT - 7, y + 4, "small ending", tick.text()));
        }
        names(right, all);
        all.add(Canvas.line(LEFT, BASE, right, BASE, "axis"));
        all.add(Lettering.at(right, BASE + 34, "small ending", across.label()));
        return all.add(Lettering.at(0, 12, "small", up.label()));
    }

    /** The last name always stands; of the others those that have room. */
    private void names(double right, Element all) {
        List<Axis.Tick> ticks = across.ticks();
        double end = ticks.isEmpty() ? right : centre(ticks.getLast(), right) - half(ticks.getLast());
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ticks.size(); i++) {
            Axis.Tick tick = ticks.get(i);
            double x = x(tick.at(), right);
            double centre = centre(tick, right);
            all.add(Canvas.line(x, BASE, x, BASE + 4, "axis"));
            boolean fits = centre - half(tick) > free && centre + half(tick) + APART < end;
            if (fits || i == ticks.size() - 1) {
                all.add(Lettering.at(centre, BASE + 17, "small centred", tick.text()));
                free = centre + half(tick) + APART;
            }
        }
    }

    private double centre(Axis.Tick tick, double right) {
        return Math.min(x(tick.at(), right), right - half(tick) + APART);
    }

    private static double half(Axis.Tick tick) {
        return Lettering.width(tick.text()) / 2;
    }

    private Element line(Curve curve, int number, double right) {
        return Element.of("polyline")
                .with("class", "curve " + (number == 0 ? "one" : "two"))
                .with("points", corners(curve, right));
    }

    private String corners(Curve curve, double right) {
        StringBuilder corners = new StringBuilder();
        double before = Double.NaN;
        for (Curve.Point point : curve.points()) {
            if (curve.steps() && !Double.isNaN(before)) {
                corners.append(corner(x(point.x(), right), before));
            }
            before = y(point.y());
            corners.append(corner(x(point.x(), right), before));
        }
        return corners.toString().strip();
    }

    private Element area(double right) {
        double from = asked == null ? across.from() : asked.at();
        List<Curve.Point> under =
                curves.getFirst().points().stream().filter(p -> p.x() >= from).toList();
        String corners = under.stream()
                .map(p -> corner(x(p.x(), right), y(p.y())))
                .collect(Collectors.joining(" ", corner(x(from, right), BASE), corner(right, BASE)));
        return Element.of("polygon").with("class", "area sure").with("points", corners.strip());
    }

    private Element references(double right) {
        Element all = Element.of("g");
        if (asked != null) {
            double x = x(asked.at(), right);
            double room = Lettering.width(asked.text());
            all.add(Canvas.line(x, TOP - 6, x, BASE, "asked"));
            all.add(Lettering.at(
                    Math.clamp(x, LEFT + room / 2, right - room / 2), TOP - 9, "label centred", asked.text()));
        }
        if (level != null) {
            all.add(Canvas.line(LEFT, y(level.at()), right, y(level.at()), "asked"));
            all.add(Lettering.at(LEFT + 4, y(level.at()) - 5, "label", level.text()));
        }
        return all;
    }

    private List<Element> dots(Curve curve, double right) {
        return curve.dots().stream()
                .map(dot -> shape(dot, x(dot.x(), right), y(dot.y()))
                        .with("class", "dot " + dot.mood().style())
                        .add(Element.of("title").text(dot.says())))
                .toList();
    }

    /** Told apart by shape too, for whoever sees no difference of colour: a cross for what is bad. */
    private static Element shape(Curve.Dot dot, double x, double y) {
        return dot.mood() == Mood.BAD
                ? Element.of("polygon").with("points", cross(x, y))
                : Element.of("circle").with("cx", x).with("cy", y).with("r", DOT);
    }

    /** Returns the corners of a cross like the letter X. */
    private static String cross(double x, double y) {
        StringBuilder corners = new StringBuilder();
        double[] across = {-ARM, THICK - ARM, 0, ARM - THICK, ARM, THICK, ARM, ARM - THICK, 0, THICK - ARM, -ARM, -THICK
        };
        for (int i = 0; i < across.length; i++) {
            // the same figures a quarter turn on
            double up = across[(i + 9) % across.length];
            corners.append(corner(x + across[i], y + up));
        }
        return corners.toString().strip();
    }

    private List<Element> legend(double right) {
        double x = right;
        List<Element> all = new ArrayList<>();
        for (int i = curves.size() - 1; i >= 0; i--) {
            String name = curves.get(i).name();
            if (!name.isEmpty()) {
                x -= Lettering.width(name);
                all.add(Lettering.at(x, 12, "label", name));
                all.add(Canvas.line(x - 30, 8, x - 6, 8, "curve " + (i == 0 ? "one" : "two")));
                x -= 46;
            }
        }
        return all;
    }

    private double x(double value, double right) {
        return across.place(value, LEFT, right);
    }

    private double y(double value) {
        return up.place(value, BASE, TOP);
    }

    private static String corner(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }
}
