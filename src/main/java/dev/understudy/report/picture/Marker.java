package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;
import java.time.Duration;

/**
 * Something that happened at one moment.
 *
 * @param label written below where there is room; may be empty
 */
public record Marker(Duration at, Tone tone, String label) {
    /** Half the size of the shape. */
    static final double RADIUS = 5;

    /** Returns the shape of the tone, so that colour is never the only sign. */
    Element shape(double x, double y) {
        return switch (tone) {
            case TEAM -> Element.of("circle").with("cx", x).with("cy", y).with("r", RADIUS);
            case EXCLUDED, BAD -> polygon(x, y, 0, -RADIUS - 1, RADIUS + 1, 0, 0, RADIUS + 1, -RADIUS - 1, 0);
            case ALERT -> polygon(x, y, 0, -RADIUS, RADIUS, RADIUS, -RADIUS, RADIUS);
            case FACILITATOR -> polygon(x, y, -RADIUS, -RADIUS, RADIUS, -RADIUS, 0, RADIUS);
            case OURS, FAULT, GOOD, UNKNOWN ->
                rectangle(x - RADIUS + 1, y - RADIUS + 1, 2 * RADIUS - 2, 2 * RADIUS - 2);
            case AUTOMATION -> rectangle(x - 1, y - RADIUS, 2, 2 * RADIUS);
        };
    }

    private static Element rectangle(double x, double y, double width, double height) {
        return Element.of("rect").with("x", x).with("y", y).with("width", width).with("height", height);
    }

    private static Element polygon(double x, double y, double... offsets) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < offsets.length; i += 2) {
            points.append(i == 0 ? "" : " ")
                    .append(Element.number(x + offsets[i]))
                    .append(',')
                    .append(Element.number(y + offsets[i + 1]));
        }
        return Element.of("polygon").with("points", points.toString());
    }
}
