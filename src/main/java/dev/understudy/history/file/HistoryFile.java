package dev.understudy.history.file;

import dev.understudy.history.ImportMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** An open file of incidents. */
public final class HistoryFile {
    private final Rows rows;
    private final ImportMapping mapping;

    private HistoryFile(Rows rows, ImportMapping mapping) {
        this.rows = rows;
        this.mapping = mapping;
    }

    /**
     * Opens the incidents in a stream; the caller closes that.
     *
     * @param encoding null for the one that a byte order mark names, or UTF-8
     * @throws UnusableFile when there are no incidents in it
     */
    public static HistoryFile open(InputStream in, Format format, @Nullable Charset encoding, ImportMapping mapping)
            throws IOException {
        Lines lines = Encoding.lines(in, encoding);
        return switch (format) {
            case CSV -> new HistoryFile(CsvRows.open(lines, mapping), mapping);
            case JSONL -> new HistoryFile(new JsonRows(lines, mapping), mapping);
        };
    }

    Rows rows() {
        return rows;
    }

    ImportMapping mapping() {
        return mapping;
    }
}
