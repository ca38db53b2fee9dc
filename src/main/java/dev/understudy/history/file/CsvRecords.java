package dev.understudy.history.file;

import dev.understudy.history.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of CSV, each cut out of the lines before it is taken apart, so that a bad one spoils no other: whatever a quote
 * that nobody closes seems to swallow is read again as lines of their own.
 */
final class CsvRecords {
    /** Lines of the longest record; more is taken for a quote that nobody closed. */
    private static final int MOST_LINES = 1000;

    private final Lines lines;
    private final CSVFormat format;
    private final char separator;
    private final Deque<Line> ahead = new ArrayDeque<>();

    CsvRecords(Lines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
        this.format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
    }

    /** One record of the file. */
    sealed interface Found {
        long line();

        /** One that can be read. */
        record Cells(long line, List<String> cells) implements Found {}

        /** One that cannot. */
        record Spoilt(long line, Flaw flaw) implements Found {}
    }

    long position() {
        return lines.position();
    }

    /**
     * Returns the next record; null after the last. Blank lines are none.
     *
     * @param width how many cells a record of several lines must have to be one; 0 for any number
     */
    @Nullable
    Found next(int width) throws IOException {
        while (true) {
            Line line = ahead.isEmpty() ? lines.next() : ahead.poll();
            switch (line) {
                case null -> {
                    return null;
                }
                case Line.Spoilt(long number, Flaw flaw) -> {
                    return new Found.Spoilt(number, flaw);
                }
                case Line.Text text
                when !text.text().isBlank() -> {
                    return record(text, width);
                }
                case Line.Text _ -> {}
            }
        }
    }

    private Found record(Line.Text first, int width) throws IOException {
        return switch (Quoting.after(first.text(), Quoting.CLOSED, separator)) {
            case CLOSED -> parsed(first.number(), first.text());
            case MISPLACED ->
                quote(first, "text stands behind a closing quote; a quote inside a cell is written twice");
            case OPEN -> severalLines(first, width);
        };
    }

    private Found severalLines(Line.Text first, int width) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        Iterator<Line> known = List.copyOf(ahead).iterator();
        for (int count = 1; count < MOST_LINES && text.length() <= Lines.LONGEST; count++) {
            if (!(line(known) instanceof Line.Text more)) {
                break;
            }
            text.append('\n').append(more.text());
            Quoting after = Quoting.after(more.text(), Quoting.OPEN, separator);
            if (after == Quoting.OPEN) {
                continue;
            }
            if (after == Quoting.CLOSED
                    && parsed(first.number(), text.toString()) instanceof Found.Cells whole
                    && (width == 0 || whole.cells().size() == width)) {
                for (int i = 0; i < count; i++) {
                    ahead.remove();
                }
                return whole;
            }
            break;
        }
        return quote(first, "a quote is opened here and never closed as it should be");
    }

    /** Looks one line further ahead. */
    private @Nullable Line line(Iterator<Line> known) throws IOException {
        if (known.hasNext()) {
            return known.next();
        }
        Line line = lines.next();
        if (line != null) {
            ahead.add(line);
        }
        return line;
    }

    private static Found quote(Line.Text line, String text) {
        return new Found.Spoilt(line.number(), new Flaw(Flaw.Kind.QUOTE, text));
    }

    private Found parsed(long line, String text) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() == 1) {
                return new Found.Cells(line, records.getFirst().toList());
            }
        } catch (IOException | UncheckedIOException e) {
            // a carriage return begins a row for the parser, and a quote behind it is open
            return new Found.Spoilt(line, new Flaw(Flaw.Kind.QUOTE, "quotes and carriage returns are out of place"));
        }
        return new Found.Spoilt(
                line, new Flaw(Flaw.Kind.CELLS, "a carriage return outside of quotes makes two rows of one"));
    }
}
