package dev.understudy.history.file;

import dev.understudy.history.Column;
import dev.understudy.history.Flaw;
import dev.understudy.history.ImportMapping;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Incidents in CSV: a header, then a record for each. */
final class CsvRows implements Rows {
    private final CsvRecords records;
    private final Header header;

    private CsvRows(CsvRecords records, Header header) {
        this.records = records;
        this.header = header;
    }

    /**
     * Reads the header.
     *
     * @throws UnusableFile when there is none that will do
     */
    static CsvRows open(Lines lines, ImportMapping mapping) throws IOException {
        CsvRecords records = new CsvRecords(lines, mapping.separator());
        return switch (records.next(0)) {
            case null -> throw new UnusableFile("the file is empty: a header with the names of the columns is wanted");
            case CsvRecords.Found.Spoilt(long line, Flaw flaw) ->
                throw new UnusableFile("the header, on line " + line + ", cannot be read: " + flaw.text());
            case CsvRecords.Found.Cells(long _, List<String> names) -> new CsvRows(records, Header.of(names, mapping));
        };
    }

    @Override
    public @Nullable Row next() throws IOException {
        return switch (records.next(header.width())) {
            case null -> null;
            case CsvRecords.Found.Spoilt(long line, Flaw flaw) -> new Row.Spoilt(line, flaw);
            case CsvRecords.Found.Cells(long line, List<String> cells) -> row(line, cells);
        };
    }

    private Row row(long line, List<String> cells) {
        if (cells.size() != header.width()) {
            String text = "the row has " + cells.size() + " cells, and the header " + header.width();
            return new Row.Spoilt(line, new Flaw(Flaw.Kind.CELLS, text));
        }
        Map<Column, String> said = new EnumMap<>(Column.class);
        List<Row.Part> parts = new ArrayList<>();
        header.places().forEach((column, place) -> {
            String cell = cells.get(place).strip();
            if (cell.isEmpty()) {
                return;
            }
            column.kind()
                    .ifPresentOrElse(kind -> parts.addAll(Row.Part.each(kind, cell)), () -> said.put(column, cell));
        });
        return new Row.Raw(line, said, parts);
    }

    @Override
    public long position() {
        return records.position();
    }

    @Override
    public Map<Column, ZoneId> zones() {
        return header.zones();
    }

    @Override
    public List<String> passedOver() {
        return header.passedOver();
    }

    /** The header has every column that the mapping names, or the file is of no use. */
    @Override
    public List<String> neverSeen() {
        return List.of();
    }
}
