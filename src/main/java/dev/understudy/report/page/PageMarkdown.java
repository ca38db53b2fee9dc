package dev.understudy.report.page;

import dev.understudy.report.markup.MarkdownText;
import dev.understudy.report.markup.SafeText;
import dev.understudy.report.picture.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints a page as Markdown. Pictures are files of their own; the page shows each with a sentence that says what can be
 * seen.
 *
 * @param up what leads from the page to the top of its folder: empty or {@code ../}
 * @param drills whether the reports of the drills stand in the folder
 * @param alone whether the page has no folder: then nothing is shown that would be a file of its own, and nothing leads to one
 */
public record PageMarkdown(String up, boolean drills, boolean alone) {
    /** A page of a folder. */
    public PageMarkdown(String up, boolean drills) {
        this(up, drills, false);
    }

    /** Returns the printer of a page that stands alone. */
    public static PageMarkdown withoutFolder() {
        return new PageMarkdown("", false, true);
    }

    /** Returns the page. */
    public String print(Page page) {
        List<String> out = new ArrayList<>();
        out.add("# " + MarkdownText.of(page.title()));
        out.add("*" + MarkdownText.of(page.kicker()) + "*");
        out.add(line(page.lead()));
        for (Section section : page.sections()) {
            out.add("<a id=\"" + section.anchor() + "\"></a>");
            out.add("## " + MarkdownText.of(section.title()));
            section.blocks().forEach(block -> out.addAll(block(page, block)));
        }
        out.add("---");
        out.add(line(page.stamp()));
        return SafeText.visible(String.join("\n\n", out) + "\n");
    }

    /** Returns the name of the file that holds a picture, relative to the top of the folder. */
    public static String pictureFile(Page page, Block.Picture picture) {
        return "pictures/" + page.name() + "-" + picture.name() + ".svg";
    }

    private List<String> block(Page page, Block block) {
        return switch (block) {
            case Block.Paragraph(Line line) -> List.of(line(line));
            case Block.Heading(String text) -> List.of("### " + MarkdownText.of(text));
            case Block.Points(List<Line> lines) ->
                lines.isEmpty()
                        ? List.of()
                        : List.of(lines.stream().map(l -> "- " + line(l)).collect(Collectors.joining("\n")));
            case Block.Steps(List<Line> lines) ->
                lines.isEmpty()
                        ? List.of()
                        : List.of(IntStream.range(0, lines.size())
                                .mapToObj(i -> (i + 1) + ". " + line(lines.get(i)))
                                .collect(Collectors.joining("\n")));
            case Block.Table table -> table(table);
            case Block.Notice(Mood mood, Line line) -> List.of("> " + (mood.sign() + " " + line(line)).strip());
            case Block.Picture _ when alone -> List.of();
            case Block.Picture picture ->
                List.of(
                        "![" + MarkdownText.of(picture.drawing().description()) + "](" + up + pictureFile(page, picture)
                                + ")",
                        line(picture.caption()));
            case Block.More(String summary, List<Block> blocks) -> {
                List<String> all = new ArrayList<>(List.of("**" + MarkdownText.of(summary) + "**"));
                blocks.forEach(inner -> all.addAll(block(page, inner)));
                yield all;
            }
            case Block.Verbatim(String text) ->
                List.of(text.lines().map(l -> "    " + l).collect(Collectors.joining("\n")));
        };
    }

    private List<String> table(Block.Table table) {
        if (table.rows().isEmpty()) {
            return List.of();
        }
        String heads = table.heads().stream().map(MarkdownText::of).collect(Collectors.joining(" | ", "| ", " |"));
        String rows = table.rows().stream()
                .map(row -> row.stream().map(this::line).collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n"));
        return List.of(
                MarkdownText.of(table.caption()),
                heads + "\n" + "|---".repeat(table.heads().size()) + "|\n" + rows);
    }

    private String line(Line line) {
        return line.spans().stream().map(this::span).collect(Collectors.joining());
    }

    private String span(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> inline(text);
            case Span.Strong(String text) -> "**" + MarkdownText.of(text) + "**";
            case Span.Code(String text) ->
                "`" + SafeText.line(text).replace('`', '\'').replace("|", "\\|") + "`";
            case Span.Link(String text, Target target) ->
                address(target)
                        .map(address -> "[" + MarkdownText.of(text) + "](" + safe(address) + ")")
                        .orElseGet(() -> MarkdownText.of(text));
            case Span.Chip(String text, Mood mood) -> (mood.sign() + " **" + MarkdownText.of(text) + "**").strip();
        };
    }

    private Optional<String> address(Target target) {
        boolean leads = !alone || target instanceof Target.Web;
        return leads ? Address.of(target, "md", up, drills) : Optional.empty();
    }

    /** Spaces at the ends of a piece part it from its neighbours. */
    private static String inline(String text) {
        String before = text.startsWith(" ") ? " " : "";
        String after = text.endsWith(" ") && text.length() > 1 ? " " : "";
        return before + MarkdownText.of(text) + after;
    }

    private static String safe(String address) {
        return address.replace("(", "%28")
                .replace(")", "%29")
                .replace(" ", "%20")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }
}
