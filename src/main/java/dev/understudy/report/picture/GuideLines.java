package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Vertical lines through all lanes, with their names above. */
final class GuideLines {
    private static final int MOST_ROWS = 4;

    private final List<Placed> placed = new ArrayList<>();
    private final int rows;

    private record Placed(double x, double left, int row, Marker guide) {}

    GuideLines(List<Marker> guides, TimeAxis axis) {
        LabelRows room = new LabelRows(MOST_ROWS);
        guides.stream()
                .filter(guide -> axis.shows(guide.at()))
                .sorted(Comparator.comparing(Marker::at).reversed())
                .forEach(guide -> {
                    double x = axis.x(guide.at());
                    double width = Lettering.strongWidth(guide.label());
                    double left = Math.clamp(x + 4, 0, Math.max(0, axis.right() - width));
                    int row = room.place(left, width).orElse(MOST_ROWS - 1);
                    placed.add(new Placed(x, left, row, guide));
                });
        rows = room.used();
    }

    double height() {
        return rows * Lettering.LINE + 6;
    }

    /** The names rise to the left, so that a line touches only its own. */
    Element draw(double top, double bottom) {
        Element lines = Element.of("g").with("class", "guides");
        placed.forEach(p -> lines.add(Canvas.line(
                p.x, base(p) + 3, p.x, bottom, "guide " + p.guide.tone().style())));
        return lines;
    }

    Element labels() {
        Element labels = Element.of("g");
        placed.forEach(p -> labels.add(Lettering.at(p.left, base(p), "guide-name", p.guide.label())));
        return labels;
    }

    private double base(Placed p) {
        return (rows - p.row) * Lettering.LINE - 3;
    }
}
