package dev.understudy.report.picture;

import dev.understudy.report.markup.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * Words in cells, coloured by what they mean; a sign in each cell says the same without colour.
 *
 * @param columns names of the columns
 * @param rows from the top down
 */
public record MatrixChart(String title, String description, List<String> columns, List<Row> rows) implements Drawing {
    private static final double HIGH = 46;
    private static final double HEAD = 24;
    private static final double LINE = 14;
    private static final double NARROW = 560;

    public MatrixChart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A row: its name and as many cells as there are columns. */
    public record Row(String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell.
     *
     * @param word what it says
     * @param detail a little more, below; may be empty
     */
    public record Cell(String word, String detail, Mood mood) {}

    @Override
    public String draw(String id, double width) {
        return width < NARROW ? list(id, width) : grid(id, width);
    }

    private String grid(String id, double width) {
        double names = Math.min(
                width / 3,
                16
                        + rows.stream()
                                .mapToDouble(r -> Lettering.strongWidth(r.name()))
                                .max()
                                .orElse(0));
        double wide = (width - names) / Math.max(1, columns.size());
        List<List<String>> heads =
                columns.stream().map(name -> Lettering.twoSmall(name, wide - 8)).toList();
        double head = HEAD + (heads.stream().anyMatch(lines -> lines.size() > 1) ? LINE : 0);
        Element svg = Canvas.of(id, title, description, width, head + rows.size() * HIGH);
        for (int c = 0; c < columns.size(); c++) {
            double y = head - 10 - (heads.get(c).size() - 1) * LINE;
            for (String line : heads.get(c)) {
                svg.add(Lettering.at(names + c * wide + wide / 2, y, "small centred", line));
                y += LINE;
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            double top = head + r * HIGH;
            svg.add(Lettering.at(
                    0, top + HIGH / 2 + 4, "name", Lettering.fit(rows.get(r).name(), names - 8)));
            for (int c = 0; c < columns.size(); c++) {
                svg.addAll(cell(rows.get(r).cells().get(c), names + c * wide, top, wide));
            }
        }
        return svg.toString();
    }

    /** On a telephone each row is a heading with its cells below, those that say something. */
    private String list(String id, double width) {
        double names = width * 0.38;
        double bottom = 0;
        List<Element> drawn = new ArrayList<>();
        for (Row row : rows) {
            if (row.cells().stream().allMatch(cell -> cell.word().isEmpty())) {
                continue;
            }
            drawn.add(Lettering.at(0, bottom + 14, "name", Lettering.fit(row.name(), width)));
            bottom += Lettering.LINE + 6;
            for (int c = 0; c < columns.size(); c++) {
                if (!row.cells().get(c).word().isEmpty()) {
                    drawn.add(Lettering.at(
                            0, bottom + HIGH / 2 + 4, "small", Lettering.fitSmall(columns.get(c), names - 6)));
                    drawn.addAll(cell(row.cells().get(c), names, bottom, width - names));
                    bottom += HIGH;
                }
            }
            bottom += 6;
        }
        return Canvas.of(id, title, description, width, bottom).addAll(drawn).toString();
    }

    private static List<Element> cell(Cell cell, double x, double y, double wide) {
        Element box = Canvas.bar(
                x + 1, y + 1, wide - 2, HIGH - 3, "cell " + cell.mood().style());
        if (cell.word().isEmpty()) {
            return List.of(box);
        }
        double middle = x + wide / 2 + 10;
        String word = Lettering.fit(cell.word(), (wide - 22) * 1.15);
        double first = cell.detail().isEmpty() ? y + HIGH / 2 + 5 : y + 19;
        Element glyph = Lettering.at(
                middle - Lettering.width(word) / 2 - 12,
                first,
                "glyph " + cell.mood().style(),
                cell.mood().sign());
        Element text = Lettering.at(middle, first, "label centred", word);
        Element edge = Canvas.bar(
                x + 1, y + 1, wide - 2, HIGH - 3, "edge " + cell.mood().style());
        return cell.detail().isEmpty()
                ? List.of(box, edge, glyph, text)
                : List.of(
                        box,
                        edge,
                        glyph,
                        text,
                        Lettering.at(
                                x + wide / 2, y + 35, "small centred", Lettering.fitSmall(cell.detail(), wide - 8)));
    }
}
