package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;
import java.util.List;

/** Text on a picture. No font is measured, so that the same text always takes the same room: widths are estimates. */
final class Lettering {
    /** Height of a line. */
    static final double LINE = 16;

    private static final double NARROW = 7.4;
    private static final double WIDE = 13.5;

    private Lettering() {}

    /** Returns about how wide a text is in a strong face. */
    static double strongWidth(String text) {
        return width(text) * 1.12;
    }

    /** Returns about how wide a text is. */
    static double width(String text) {
        return text.codePoints().mapToDouble(Lettering::width).sum();
    }

    /** Cuts a text in the small face to a width. */
    static String fitSmall(String text, double most) {
        return fit(text, most * 13 / 11.5);
    }

    /** Returns a text in the small face, broken into two lines behind a hyphen or blank where one is too narrow. */
    static List<String> twoSmall(String text, double most) {
        if (fitSmall(text, most).equals(text)) {
            return List.of(text);
        }
        for (int end = text.length() - 1; end > 0; end--) {
            boolean gap = text.charAt(end - 1) == '-' || text.charAt(end - 1) == ' ';
            String first = text.substring(0, end).strip();
            if (gap && fitSmall(first, most).equals(first)) {
                return List.of(first, fitSmall(text.substring(end), most));
            }
        }
        return List.of(fitSmall(text, most));
    }

    /** Cuts a text to a width. */
    static String fit(String text, double most) {
        if (width(text) <= most) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double room = most - width('…');
        for (int c : text.codePoints().toArray()) {
            room -= width(c);
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append('…').toString();
    }

    /**
     * Returns a line of text.
     *
     * @param y of its base line
     * @param style class that the page's style knows
     */
    static Element at(double x, double y, String style, String text) {
        return Element.of("text").with("x", x).with("y", y).with("class", style).text(text);
    }

    private static double width(int c) {
        boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
        boolean wide = c >= 0x1100
                && (Character.isIdeographic(c) || Character.isEmoji(c) || (c >= 0x3040 && c <= 0xD7AF) || c >= 0xFF00);
        return mark ? 0 : wide ? WIDE : NARROW;
    }
}
