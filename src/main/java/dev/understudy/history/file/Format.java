package dev.understudy.history.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Forms in which incidents come. */
public enum Format {
    /** A header with the names of columns, then a record for each incident. */
    CSV,
    /** A JSON object on each line. */
    JSONL;

    /** Bytes that are enough to recognise a file by. */
    public static final int LOOKED_AT = 4096;

    private static final String NEVER_TEXT = "\u00EF\u00BB\u00BF\u00FE\u00FF\0";

    /**
     * Recognises a file by how it begins, else by its name.
     *
     * @param name of the file; anything for a stream
     * @param beginning its first bytes, fewer when it is shorter
     * @throws UnusableFile when it is something else altogether
     */
    public static Format of(String name, byte[] beginning) throws UnusableFile {
        String begins = new String(beginning, StandardCharsets.ISO_8859_1);
        if (begins.startsWith("\u001F\u008B")) {
            throw new UnusableFile("the file is compressed; unpack it: gunzip -c FILE | understudy import -");
        }
        if (begins.startsWith("PK\u0003\u0004")) {
            throw new UnusableFile("the file is a spreadsheet or an archive; save it as CSV in UTF-8, or unpack it");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (first(begins)) {
            case '{' -> JSONL;
            case '[' -> {
                if (lower.endsWith(".csv")) {
                    yield CSV;
                }
                throw new UnusableFile("the file is one JSON list, and an object on each line is wanted:"
                        + " jq -c '.[]' FILE | understudy import -");
            }
            default -> lower.matches(".*\\.(jsonl|ndjson|json)") ? JSONL : CSV;
        };
    }

    private static char first(String begins) {
        return (char) begins.chars()
                .filter(c -> !Character.isWhitespace(c) && NEVER_TEXT.indexOf(c) < 0)
                .findFirst()
                .orElse(' ');
    }
}
