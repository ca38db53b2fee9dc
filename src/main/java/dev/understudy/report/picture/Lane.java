package dev.understudy.report.picture;

import java.util.List;

/**
 * One line of a lane chart.
 *
 * @param label whose line it is
 * @param note written into the lane when nothing else is in it; may be empty
 */
public record Lane(String label, List<Span> spans, List<Marker> markers, String note) {
    public Lane {
        spans = List.copyOf(spans);
        markers = List.copyOf(markers);
    }
}
