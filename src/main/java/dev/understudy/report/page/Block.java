package dev.understudy.report.page;

import dev.understudy.report.picture.Drawing;
import dev.understudy.report.picture.Mood;
import java.util.List;

/** What a section is made of. */
public sealed interface Block {
    /** A paragraph. */
    record Paragraph(Line line) implements Block {}

    /** Points without an order that matters. */
    record Points(List<Line> lines) implements Block {
        public Points {
            lines = List.copyOf(lines);
        }
    }

    /** Steps in their order. */
    record Steps(List<Line> lines) implements Block {
        public Steps {
            lines = List.copyOf(lines);
        }
    }

    /** A heading inside a section. */
    record Heading(String text) implements Block {}

    /**
     * A table; its first column names the rows.
     *
     * @param caption what it shows
     * @param rows each as long as {@code heads}
     */
    record Table(String caption, List<String> heads, List<List<Line>> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** A sentence that must not be missed. */
    record Notice(Mood mood, Line line) implements Block {}

    /**
     * A picture.
     *
     * @param name unique on the page, in words with hyphens
     */
    record Picture(String name, Drawing drawing, Line caption) implements Block {}

    /** More for whoever wants to know. */
    record More(String summary, List<Block> blocks) implements Block {
        public More {
            blocks = List.copyOf(blocks);
        }
    }

    /** Words as a terminal prints them. */
    record Verbatim(String text) implements Block {}
}
