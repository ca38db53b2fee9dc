package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One lane on its way into the picture. */
final class LaneDrawing {
    private static final double BAR = 16;
    private static final double THIN = 4;
    private static final double PAD = 8;
    private static final double LONGEST_LABEL = 300;
    private static final int MOST_ROWS = 4;

    private final Lane lane;
    private final TimeAxis axis;
    private final boolean narrow;
    private final String id;
    private final List<Flag> flags = new ArrayList<>();
    private final int rows;

    /** A mark and the room for its label; row below 0 when there is none. */
    private record Flag(double x, double left, int row, String label, Marker marker) {}

    LaneDrawing(Lane lane, TimeAxis axis, boolean narrow, String id) {
        this.lane = lane;
        this.axis = axis;
        this.narrow = narrow;
        this.id = id;
        LabelRows room = new LabelRows(MOST_ROWS);
        lane.markers().stream()
                .filter(marker -> axis.shows(marker.at()))
                .sorted(Comparator.comparing(Marker::at).reversed())
                .forEach(marker -> flags.add(flag(marker, room)));
        rows = room.used();
    }

    double height() {
        return PAD + (narrow ? Lettering.LINE : 0) + BAR + rows * Lettering.LINE + PAD;
    }

    Element at(double y) {
        double top = y + PAD + (narrow ? Lettering.LINE : 0);
        Element group = Element.of("g").with("class", "lane");
        group.add(Canvas.line(0, y, axis.right(), y, "between"));
        group.add(name(y));
        lane.spans().forEach(span -> span(group, span, top));
        flags.stream().filter(f -> f.row > 0).forEach(f -> group.add(leader(f, top)));
        flags.forEach(f -> flag(group, f, top));
        if (lane.spans().isEmpty() && lane.markers().isEmpty()) {
            group.add(Lettering.at(axis.left(), top + 12, "note", lane.note()));
        }
        return group;
    }

    private Element name(double y) {
        double room = narrow ? axis.right() - axis.left() : axis.left() - 2 * PAD;
        double base = narrow ? y + Lettering.LINE : y + PAD + 12;
        return Lettering.at(narrow ? axis.left() : 0, base, "name", Lettering.fit(lane.label(), room / 1.12));
    }

    private void span(Element group, Span span, double top) {
        double x = axis.x(span.from());
        double width = axis.x(span.to()) - x;
        String style = "span " + span.tone().style();
        if (span.tone() == Tone.GOOD) {
            group.add(Canvas.bar(x, top + (BAR - THIN) / 2, width, THIN, style));
            return;
        }
        group.add(Canvas.bar(x, top, width, BAR, style));
        if (span.tone() == Tone.BAD) {
            group.add(Canvas.stripes(id, x, top, width, BAR));
        }
        if (!span.label().isEmpty() && Lettering.width(span.label()) + PAD <= width) {
            group.add(Lettering.at(x + 5, top + 12, "inside", span.label()));
        }
    }

    private Flag flag(Marker marker, LabelRows room) {
        double x = axis.x(marker.at());
        String label = Lettering.fit(marker.label(), Math.min(LONGEST_LABEL, (axis.right() - axis.left()) * 0.62));
        double width = Lettering.width(label);
        double left = Math.clamp(x - Marker.RADIUS, axis.left(), Math.max(axis.left(), axis.right() - width));
        int row = label.isEmpty() ? -1 : room.place(left, width).orElse(-1);
        return new Flag(x, left, row, label, marker);
    }

    private static Element leader(Flag flag, double top) {
        double end = top + BAR + flag.row * Lettering.LINE + 3;
        return Canvas.line(flag.x, top + BAR / 2, flag.x, end, "leader");
    }

    private static void flag(Element group, Flag flag, double top) {
        group.add(flag.marker
                .shape(flag.x, top + BAR / 2)
                .with("class", "mark " + flag.marker.tone().style()));
        if (flag.row >= 0) {
            double base = top + BAR + flag.row * Lettering.LINE + 12;
            group.add(Lettering.at(flag.left, base, "label", flag.label));
        }
    }
}
