package dev.understudy.report.markup;

import java.util.regex.Pattern;

/** Anybody's text inside Markdown. */
public final class MarkdownText {
    private static final Pattern MEANINGFUL = Pattern.compile("[\\\\`*_\\[\\]<>|~&#]");

    private MarkdownText() {}

    /** Returns the text on one line, so that it reads as it is written: no markup, no HTML, no end of a table cell. */
    public static String of(String text) {
        return MEANINGFUL.matcher(SafeText.line(text)).replaceAll("\\\\$0");
    }
}
