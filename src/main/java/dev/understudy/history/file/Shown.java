package dev.understudy.history.file;

import java.util.regex.Pattern;

/** Text of a file as it may be quoted in a message: it must neither flood a terminal nor reach it as a command. */
final class Shown {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");
    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return INVISIBLE
                .matcher(cut)
                .replaceAll(found -> "\\\\u%04X".formatted(found.group().codePointAt(0)));
    }

    /** Returns it in single quotes. */
    static String quoted(String text) {
        return "'" + of(text) + "'";
    }
}
