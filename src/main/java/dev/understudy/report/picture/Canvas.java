package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;

/** An empty picture and simple strokes on it. */
final class Canvas {
    private Canvas() {}

    /** Returns a picture with a title and a description for those who cannot see it, and a hatching for the bad. */
    static Element of(String id, String title, String description, double width, double height) {
        return Element.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + Element.number(width) + " " + Element.number(height))
                .with("width", width)
                .with("height", height)
                .with("role", "img")
                .with("aria-labelledby", id + "-title " + id + "-desc")
                .add(
                        Element.of("title").with("id", id + "-title").text(title),
                        Element.of("desc").with("id", id + "-desc").text(description),
                        hatching(id));
    }

    static Element line(double x1, double y1, double x2, double y2, String style) {
        return Element.of("line")
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2)
                .with("class", style);
    }

    static Element bar(double x, double y, double width, double height, String style) {
        return Element.of("rect")
                .with("x", x)
                .with("y", y)
                .with("width", Math.max(width, 1.5))
                .with("height", height)
                .with("class", style);
    }

    /** Lays stripes over a bar, so that it is told from others without colour. */
    static Element stripes(String id, double x, double y, double width, double height) {
        return bar(x, y, width, height, "stripes").with("fill", "url(#" + id + "-hatch)");
    }

    private static Element hatching(String id) {
        return Element.of("defs")
                .add(Element.of("pattern")
                        .with("id", id + "-hatch")
                        .with("width", 6)
                        .with("height", 6)
                        .with("patternUnits", "userSpaceOnUse")
                        .with("patternTransform", "rotate(45)")
                        .add(line(0, 0, 0, 6, "hatch")));
    }
}
