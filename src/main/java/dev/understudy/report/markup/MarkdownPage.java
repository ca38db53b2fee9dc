package dev.understudy.report.markup;

import java.util.List;
import java.util.stream.Collectors;

/** A Markdown page while it is being written. All text that comes in is escaped; only the page makes markup. */
public final class MarkdownPage {
    private final StringBuilder out = new StringBuilder();

    /**
     * Begins a section.
     *
     * @param level 1 for the title of the page
     */
    public MarkdownPage heading(int level, String text) {
        return block("#".repeat(level) + " " + MarkdownText.of(text));
    }

    /** Adds a paragraph. */
    public MarkdownPage paragraph(String text) {
        return block(MarkdownText.of(text));
    }

    /** Adds a paragraph that begins with something strong. */
    public MarkdownPage paragraph(String strong, String text) {
        return block("**" + MarkdownText.of(strong) + "** " + MarkdownText.of(text));
    }

    /**
     * Adds a link.
     *
     * @param address of the web, as {@code java.net.URI} prints it
     */
    public MarkdownPage link(String label, String address) {
        return block(MarkdownText.of(label) + " <" + address.replace("<", "%3C").replace(">", "%3E") + ">");
    }

    /** Adds a list; nothing when it is empty. */
    public MarkdownPage list(List<String> items) {
        return items.isEmpty()
                ? this
                : block(items.stream().map(item -> "- " + MarkdownText.of(item)).collect(Collectors.joining("\n")));
    }

    /** Adds a table; nothing when it has no rows. */
    public MarkdownPage table(List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        String body = rows.stream().map(MarkdownPage::row).collect(Collectors.joining("\n"));
        return block(row(heads) + "\n" + "|---".repeat(heads.size()) + "|\n" + body);
    }

    /** Returns the page. */
    @Override
    public String toString() {
        return SafeText.visible(out.toString());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownText::of).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private MarkdownPage block(String text) {
        out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
        return this;
    }
}
