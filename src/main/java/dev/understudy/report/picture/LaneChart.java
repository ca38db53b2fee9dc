package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened when, as lanes over one time axis. Draws itself at any width: with room the lanes' names stand at the
 * left, without it above each lane.
 *
 * @param title of the picture, for those who cannot see it
 * @param description what it shows, in words; the whole story should stand in a table beside it
 * @param guides moments that matter to every lane
 */
public record LaneChart(
        String title, String description, Duration from, Duration to, List<Lane> lanes, List<Marker> guides)
        implements Drawing {
    private static final double MARGIN = 8;
    private static final double NAMES = 176;
    private static final double NARROW = 560;
    private static final double TICK_ROOM = 72;

    public LaneChart {
        lanes = List.copyOf(lanes);
        guides = List.copyOf(guides);
    }

    /**
     * Draws the chart.
     *
     * @param id unique on the page
     * @param width in pixels, at least 300
     */
    public String draw(String id, double width) {
        boolean narrow = width < NARROW;
        TimeAxis axis = new TimeAxis(from, to, narrow ? MARGIN : NAMES, width - MARGIN);
        List<Element> drawn = new ArrayList<>();
        GuideLines lines = new GuideLines(guides, axis);
        double top = lines.height();
        double y = top;
        for (Lane lane : lanes) {
            LaneDrawing drawing = new LaneDrawing(lane, axis, narrow, id);
            drawn.add(drawing.at(y));
            y += drawing.height();
        }
        Element svg = Canvas.of(id, title, description, width, y + Lettering.LINE + MARGIN);
        return svg.add(grid(axis, top, y), lines.draw(top, y))
                .addAll(drawn)
                .add(lines.labels())
                .toString();
    }

    private static Element grid(TimeAxis axis, double top, double bottom) {
        Element grid = Element.of("g").with("class", "grid");
        int most = Math.max(2, (int) ((axis.right() - axis.left()) / TICK_ROOM));
        for (Duration tick : axis.ticks(most)) {
            double x = axis.x(tick);
            grid.add(Canvas.line(x, top, x, bottom, "tick"));
            String label = Words.of(tick);
            double room = Lettering.width(label);
            double left = Math.clamp(x - room / 2, 0, axis.right() + MARGIN - room);
            grid.add(Lettering.at(left, bottom + Lettering.LINE, "when", label));
        }
        return grid;
    }
}
