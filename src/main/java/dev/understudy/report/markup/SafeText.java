package dev.understudy.report.markup;

/** Text that any reader can show: nothing invisible, nothing that turns what follows around, nothing unencodable. */
public final class SafeText {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int REPLACEMENT = 0xFFFD;

    private SafeText() {}

    /**
     * Makes what would be invisible visible. Control characters become their pictures ({@code ␀}); characters that
     * reorder the text after them, and halves of characters, become the replacement character. Line breaks and tabs
     * stay; text written from right to left needs none of these and stays too.
     */
    public static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(SafeText::visible).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** The same on one line. */
    public static String line(String text) {
        return visible(text.replaceAll("\\s+", " ").strip());
    }

    /**
     * Cuts text that is too long.
     *
     * @param most number of characters to keep, the ellipsis among them; more than zero
     */
    public static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static int visible(int c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c < 0x20) {
            return CONTROL_PICTURES + c;
        }
        if (c == 0x7F) {
            return DELETE_PICTURE;
        }
        boolean control = c > 0x7F && c < 0xA0;
        boolean reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        boolean never = (c & 0xFFFE) == 0xFFFE;
        return control || reorders || half || never ? REPLACEMENT : c;
    }
}
